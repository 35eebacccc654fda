package io.touchstone.platform.security.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.LdapSettings.Mapping;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupMappingTest {

  private static final String URL = "ldap://127.0.0.1:1";

  @Test
  void a_group_that_maps_to_no_role_is_refused_at_the_start_with_its_name() {
    assertThatThrownBy(() -> of(new Mapping("labelling", List.of(), List.of("tickets"))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("maps to no role: labelling");
    assertThatThrownBy(() -> of(new Mapping("labelling", List.of("labeller"), List.of())))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("labelling")
        .hasMessageContaining("labeller");
  }

  @Test
  void a_group_that_is_named_twice_has_both() {
    GroupMapping mapping =
        of(
            new Mapping("house", List.of("annotator"), List.of("tickets")),
            new Mapping("house", List.of("auditor"), List.of("notes")));

    assertThat(mapping.groups().get("house").roles())
        .containsExactlyInAnyOrder(Role.ANNOTATOR, Role.AUDITOR);
    assertThat(mapping.groups().get("house").projects())
        .containsExactlyInAnyOrder("tickets", "notes");
  }

  @Test
  void passwords_never_go_to_another_machine_in_clear_text() {
    Mapping mapping = DirectoryInMemory.mapping("house", "annotator");

    assertThatThrownBy(
            () -> DirectoryInMemory.settings("ldap://directory.house.test", false, "", mapping))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("clear text");
    assertThatThrownBy(() -> DirectoryInMemory.settings("http://house.test", true, "", mapping))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("no address of a directory");
    assertThat(DirectoryInMemory.settings("ldaps://house.test", false, "", mapping).toString())
        .doesNotContain("reads everything here");
  }

  private static GroupMapping of(Mapping... mapping) {
    LdapSettings settings = DirectoryInMemory.settings(URL, false, "", mapping);
    return GroupMapping.of(settings);
  }
}
