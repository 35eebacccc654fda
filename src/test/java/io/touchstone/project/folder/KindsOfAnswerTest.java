package io.touchstone.project.folder;

import static io.touchstone.project.folder.ProjectFileTest.FILE;
import static io.touchstone.project.folder.ProjectFileTest.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a description says of its kind of answer")
class KindsOfAnswerTest {

  private static final String CLASSES = RIGHT.replace("task: classification", "task: classes");
  private static final String SCALE =
      RIGHT.replace("task: classification", "task: scale").replaceAll("labels:\n(  - .*\n)+", "");

  @Test
  void several_classes_ask_for_one_at_least_and_for_gold_exactly_unless_it_says_otherwise() {
    assertThat(ProjectFile.parse(FILE, CLASSES).classesRules()).contains(ClassesRules.DEFAULT);
    assertThat(
            ProjectFile.parse(FILE, CLASSES + "noneAllowed: true\ngoldClassesF1: 0.8\n")
                .classesRules())
        .contains(new ClassesRules(true, 0.8));
    assertThat(ProjectFile.parse(FILE, RIGHT).classesRules()).isEmpty();
  }

  @Test
  void a_scale_makes_a_label_of_each_point_with_its_own_key() {
    ProjectSettings settings =
        ProjectFile.parse(FILE, SCALE + "scale: {from: 1, to: 10, low: calm, high: urgent}\n");

    assertThat(settings.scale()).contains(new ScaleRules(1, 10, "calm", "urgent", 0));
    assertThat(settings.labels())
        .extracting(Label::name)
        .startsWith("1 calm", "2")
        .endsWith("10 urgent");
    assertThat(settings.labels())
        .extracting(label -> label.key().orElse("none"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "0");
  }

  @Test
  void what_the_page_shows_of_a_description_is_read_as_the_same_again() {
    for (String kind :
        new String[] {
          CLASSES + "noneAllowed: true\n",
          SCALE + "scale: {from: 0, to: 10, low: never, high: always, goldDistance: 2}\n"
        }) {
      ProjectSettings settings = ProjectFile.parse(FILE, kind);
      assertThat(ProjectFile.parse(FILE, SettingsForm.yaml(SettingsForm.of(settings))))
          .isEqualTo(settings);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | \"scale\" must say which points there are",
        "scale: 5 | \"scale\" must say which points there are",
        "scale: {from: 1, to: 1} | \"to\" makes a scale of 1 points; 3 to 11 are possible",
        "scale: {from: 5, to: 1} | \"to\" makes a scale of 0 points",
        "scale: {from: 0, to: 100} | \"to\" makes a scale of 101 points",
        "scale: {from: 0.5, to: 4} | \"from\" must be a whole number",
        "scale: {from: -2, to: 2} | \"from\" must be 0 or more",
        "scale: {to: 5} | \"from\" is missing",
        "scale: {from: 1, to: 5, middle: so} | \"middle\" is not known here",
        "scale: {from: 1, to: 5, goldDistance: 4} | \"goldDistance\" must be 0 or more"
      })
  void a_scale_that_is_none_is_refused_with_what_to_do(String said, String sentence) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, SCALE + said + "\n"))
        .withMessageContaining(sentence)
        .withMessageContaining(FILE);
  }

  @Test
  void what_belongs_to_one_kind_is_refused_in_another() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "noneAllowed: true\n"))
        .withMessageContaining("\"noneAllowed\" is only for a project whose task is classes");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "scale: {from: 1, to: 5}\n"))
        .withMessageContaining("\"scale\" is only for a project whose task is scale");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () ->
                ProjectFile.parse(
                    FILE,
                    RIGHT.replace("task: classification", "task: scale")
                        + "scale: {from: 1, to: 5}\n"))
        .withMessageContaining("\"labels\" are made of the points of the scale; leave them out");
  }
}
