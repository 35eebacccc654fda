package io.touchstone.platform.security.ldap;

import static io.touchstone.platform.security.ldap.DirectoryInMemory.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.security.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of a real OpenLDAP. */
@Tag("slow")
class OpenLdapTest {

  private static final LdapSettings.Mapping LABELLING =
      mapping("labelling", "annotator", "tickets");
  private static final LdapSettings.Mapping AUDITING = mapping("auditing", "auditor", "*");

  @TempDir private static Path folder;
  private static OpenLdap house;

  @BeforeAll
  static void five_thousand_people() throws IOException, InterruptedException {
    house = new OpenLdap(folder);
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void five_thousand_people_are_read_page_by_page_past_the_servers_limit() throws DirectoryFault {
    long start = System.nanoTime();
    LdapPeople.All all = people(encrypted()).all();
    System.out.printf("ldap-everybody %.2f seconds%n", (System.nanoTime() - start) / 1e9);

    assertThat(all.people()).hasSize(OpenLdap.PEOPLE);
    assertThat(all.missing()).isEmpty();
    assertThat(all.unusable()).isZero();
    assertThat(all.people().get(OpenLdap.id(50)).grants())
        .isEqualTo(new Grants(Set.of(Role.AUDITOR), Set.of("*")));
    assertThat(all.people().get(OpenLdap.id(51)).grants().roles()).containsExactly(Role.ANNOTATOR);
  }

  @Test
  void a_login_among_five_thousand_takes_less_than_300_ms_of_the_directory() throws DirectoryFault {
    LdapSettings settings = encrypted();
    LdapServer server = new LdapServer(settings, Clock.systemUTC());
    LdapPeople people = new LdapPeople(server, settings);
    // Other tests share the machine: the quietest of three rounds is of the product.
    double least = Double.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      double p95 = p95OfLogins(server, people);
      System.out.printf("ldap-login-p95 %.1f milliseconds%n", p95);
      least = Math.min(least, p95);
    }

    assertThat(least).isLessThan(300);
    assertThat(server.letsIn(OpenLdap.dn(1), "wrong")).isFalse();
    assertThat(server.letsIn(OpenLdap.dn(1), "")).isFalse();
  }

  /** Milliseconds within which 190 of 200 people are in. */
  private static double p95OfLogins(LdapServer server, LdapPeople people) throws DirectoryFault {
    double[] millis = new double[200];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      LdapPerson person = people.find(OpenLdap.id(i * 25)).orElseThrow();
      assertThat(server.letsIn(person.dn(), OpenLdap.PASSWORD)).isTrue();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[189];
  }

  @Test
  void a_limit_of_the_server_is_a_fault_and_not_half_the_people() {
    LdapPeople people =
        people(
            DirectoryInMemory.settings(
                house.url("localhost"), true, cert(), OpenLdap.LIMITED, "", List.of(LABELLING)));

    assertThatThrownBy(people::all).isInstanceOf(DirectoryFault.class).hasMessage("ldap-4");
  }

  @Test
  void two_hundred_hostile_names_find_nobody() throws DirectoryFault {
    LdapPeople people = people(encrypted());
    Set<String> names = HostileNames.of(OpenLdap.id(7));
    assertThat(names).hasSizeGreaterThanOrEqualTo(200);

    for (String name : names) {
      assertThat(people.find(name)).as(name).isEmpty();
    }
    assertThat(people.find(OpenLdap.id(7))).isPresent();
  }

  @Test
  void nothing_is_said_to_a_server_that_no_authority_vouches_for() {
    LdapPeople people =
        people(DirectoryInMemory.settings(house.url("localhost"), true, "", LABELLING));

    assertThatThrownBy(people::all).isInstanceOf(DirectoryFault.class);
  }

  @Test
  void groups_are_read_by_a_filter_over_people_too() throws DirectoryFault {
    // The overlay fills the attribute for groups that are written while the server runs.
    house.addGroup("night", List.of(OpenLdap.dn(1), OpenLdap.dn(2)));
    LdapSettings settings =
        DirectoryInMemory.settings(
            house.url("localhost"),
            true,
            cert(),
            DirectoryInMemory.READER,
            "(memberOf={group})",
            List.of(mapping("night", "reviewer")));
    LdapPeople people = people(settings);

    assertThat(people.all().people().keySet())
        .containsExactlyInAnyOrder(OpenLdap.id(1), OpenLdap.id(2));
    assertThat(people.find(OpenLdap.id(1)).orElseThrow().grants().roles())
        .containsExactly(Role.REVIEWER);
    assertThat(people.find(OpenLdap.id(3))).isEmpty();
  }

  private static LdapSettings encrypted() {
    return DirectoryInMemory.settings(house.url("localhost"), true, cert(), LABELLING, AUDITING);
  }

  private static String cert() {
    return house.file("cert.pem");
  }

  private static LdapPeople people(LdapSettings settings) {
    return new LdapPeople(new LdapServer(settings, Clock.systemUTC()), settings);
  }
}
