package io.touchstone.project.folder;

import static io.touchstone.project.folder.ProjectFileTest.FILE;
import static io.touchstone.project.folder.ProjectFileTest.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that labels have of their own. */
class LabelKeysTest {

  private static String keyed(String sales, String service) {
    return RIGHT
        .replace("hint: Buys.", "hint: Buys., key: " + sales)
        .replace("hint: Complains.", "hint: Complains., key: " + service);
  }

  @Test
  void a_label_has_a_key_of_its_own_where_the_project_says_so_and_older_ones_are_stored_as_before()
      throws Exception {
    ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    ProjectSettings project = ProjectFile.parse(FILE, keyed("v", "7"));

    assertThat(project.labels())
        .extracting(Label::key)
        .containsExactly(Optional.of("v"), Optional.of("7"));
    assertThat(SettingsForm.of(project).get("labels").findValuesAsText("key"))
        .containsExactly("v", "7");
    assertThat(json.readValue(json.writeValueAsString(project.labels()), Label[].class))
        .containsExactlyElementsOf(project.labels());
    assertThat(json.writeValueAsString(ProjectFile.parse(FILE, RIGHT).labels()))
        .isEqualTo(
            "[{\"id\":\"sales\",\"name\":\"Sales\",\"hint\":\"Buys.\"},"
                + "{\"id\":\"service\",\"name\":\"Service\",\"hint\":\"Complains.\"}]");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v  | v | the key v twice: Sales, Service
          vv | 1 | no small letter from a to z and no digit: Sales
          1  | V | no small letter from a to z and no digit: Service
          é  | 1 | no small letter from a to z and no digit: Sales
          1  | j | since j goes to the next item there; choose another for Service
          u  | 1 | since u undoes there; choose another for Sales
          """)
  void keys_that_could_not_give_their_label_are_refused_with_its_name(
      String sales, String service, String because) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, keyed(sales, service)))
        .withMessageContaining(because);
  }

  @Test
  void where_spans_are_marked_0_is_no_key_of_a_label() {
    String spans = keyed("0", "s").replace("task: classification", "task: spans");

    assertThat(ProjectFile.parse(FILE, keyed("0", "s")).labels().get(0).key()).contains("0");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, spans))
        .withMessageContaining("0 says that nothing is to be marked there")
        .withMessageContaining("Sales");
  }

  @ParameterizedTest
  @ValueSource(strings = {"session/keys.js", "kinds/spans/span-keys.js"})
  void every_letter_that_the_editor_needs_is_refused_as_a_key_of_a_label(String map)
      throws IOException {
    String source = Files.readString(Path.of("src/main/resources/static/workbench/1").resolve(map));
    List<String> letters =
        Pattern.compile("(?m)^    ([a-z]): ")
            .matcher(source)
            .results()
            .map(each -> each.group(1))
            .toList();

    assertThat(letters).contains("j", "k", "u");
    for (String letter : letters) {
      assertThatExceptionOfType(StartRefused.class)
          .as(letter)
          .isThrownBy(() -> ProjectFile.parse(FILE, keyed(letter, "1")))
          .withMessageContaining("the editor needs itself");
    }
  }
}
