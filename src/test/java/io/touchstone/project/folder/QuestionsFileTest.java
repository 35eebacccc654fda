package io.touchstone.project.folder;

import static io.touchstone.project.folder.ProjectFileTest.FILE;
import static io.touchstone.project.folder.ProjectFileTest.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.answer.Question;
import io.touchstone.answer.sheet.Condition;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.AskedQuestion;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a description says of several questions")
class QuestionsFileTest {

  private static final String REST =
      RIGHT.replace("task: classification\n", "").replaceAll("labels:\n(  - .*\n)+", "");

  private static final String QUESTIONS =
      """
      questions:
        - id: topic
          ask: What is it about?
          kind: classification
          labels:
            - {id: fault, name: Fault, hint: ""}
            - {id: other, name: Other, hint: ""}
        - id: urgency
          ask: How urgent is it?
          kind: scale
          when: {topic: [fault]}
          scale: {from: 1, to: 5, low: calm, high: urgent, goldDistance: 1}
        - id: anger
          ask: How angry are they?
          kind: scale
          required: false
          when: {urgency: [4, 5]}
          scale: {from: 1, to: 3, low: polite, high: rude}
        - id: names
          ask: Whom does it name?
          kind: spans
          labels:
            - {id: product, name: Product, hint: ""}
          overlappingSpans: true
      """;

  @Test
  void each_is_asked_and_answered_as_it_says() {
    ProjectSettings settings = ProjectFile.parse(FILE, REST + QUESTIONS);

    assertThat(settings.task()).isEqualTo(ProjectSettings.Task.QUESTIONS);
    assertThat(settings.questions())
        .extracting(AskedQuestion::id)
        .containsExactly("topic", "urgency", "anger", "names");
    assertThat(settings.questions().get(2).required()).isFalse();
    assertThat(settings.questions().get(2).when())
        .isEqualTo(Optional.of(new Condition("urgency", List.of("4", "5"))));
    assertThat(settings.questions().get(3).spanRules()).get().matches(rules -> rules.overlapping());
    assertThat(settings.question(List.of()).parts())
        .extracting(Question.Part::ask)
        .containsExactly(
            "What is it about?", "How urgent is it?", "How angry are they?", "Whom does it name?");
  }

  @Test
  void a_label_of_several_questions_stands_in_the_schema_once_and_a_point_without_its_name() {
    assertThat(ProjectFile.parse(FILE, REST + QUESTIONS).labels())
        .extracting(Label::name)
        .containsExactly("Fault", "Other", "1", "2", "3", "4", "5 urgent", "Product");
  }

  @Test
  void what_the_page_shows_of_them_is_read_as_the_same_again() {
    ProjectSettings settings = ProjectFile.parse(FILE, REST + QUESTIONS);

    assertThat(ProjectFile.parse(FILE, SettingsForm.yaml(SettingsForm.of(settings))))
        .isEqualTo(settings);
  }

  @Test
  void a_kind_that_is_not_known_is_refused_with_its_line_and_those_that_are() {
    refused(QUESTIONS.replace("kind: spans", "kind: boxes"))
        .withMessageContaining(
            "line %d: the key \"kind\" of names is not known; choose of [classification, spans,"
                .formatted(line("kind: spans")));
  }

  @Test
  void a_condition_on_a_later_or_absent_question_or_answer_is_refused_with_its_line() {
    refused(QUESTIONS.replace("when: {topic: [fault]}", "when: {names: [product]}"))
        .withMessageContaining(
            "line %d: the key \"when\" of urgency names the question names, which does not come"
                .formatted(line("when: {topic")));
    refused(QUESTIONS.replace("when: {topic: [fault]}", "when: {topic: [praise]}"))
        .withMessageContaining("must name answers of topic; choose of [fault, other]");
    refused(QUESTIONS.replace("when: {urgency: [4, 5]}", "when: {urgency: [6]}"))
        .withMessageContaining(
            "line %d: the key \"when\" of anger must name answers of urgency; choose of [1, 2, 3,"
                .formatted(line("when: {urgency")));
  }

  @Test
  void the_first_question_is_always_asked_and_answered() {
    refused(QUESTIONS.replaceFirst("(kind: classification\n)", "$1    required: false\n"))
        .withMessageContaining("\"required\" of topic cannot be false for the first question");
    refused(QUESTIONS.replaceFirst("(kind: classification\n)", "$1    when: {topic: [fault]}\n"))
        .withMessageContaining("\"when\" of topic is not for the first question");
  }

  @Test
  void a_scale_of_one_point_a_label_twice_or_an_id_twice_is_refused() {
    refused(QUESTIONS.replace("{from: 1, to: 3,", "{from: 1, to: 1,"))
        .withMessageContaining("\"to\" of anger makes a scale of 1 points; 3 to 11 are possible");
    refused(QUESTIONS.replace("{id: other, name: Other", "{id: fault, name: Other"))
        .withMessageContaining("\"labels\" of topic have an id that is repeated");
    refused(QUESTIONS.replace("{id: product, name: Product", "{id: fault, name: Product"))
        .withMessageContaining("have the label fault of an earlier question in another form");
    refused(QUESTIONS.replace("id: anger", "id: topic"))
        .withMessageContaining("have an id that is missing, repeated");
  }

  @Test
  void one_alone_spans_twice_or_labels_beside_them_are_refused_with_what_to_do() {
    refused(QUESTIONS.substring(0, QUESTIONS.indexOf("  - id: urgency")))
        .withMessageContaining("one alone is written with task and labels");
    refused(
            QUESTIONS.replace(
                "  - id: names",
                "  - id: marks\n    ask: Where?\n    kind: spans\n"
                    + "    labels:\n      - {id: place, name: Place, hint: \"\"}\n  - id: names"))
        .withMessageContaining("have spans twice; mark all in one question");
    refused(QUESTIONS + "labels:\n  - {id: a, name: A, hint: \"\"}\n")
        .withMessageContaining("\"labels\" and rules of answers belong to the questions");
    refused(QUESTIONS + "task: spans\n").withMessageContaining("belongs to each of the questions");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () -> ProjectFile.parse(FILE, RIGHT.replace("task: classification", "task: questions")))
        .withMessageContaining("several questions stand under the key questions");
  }

  private static org.assertj.core.api.ThrowableAssertAlternative<StartRefused> refused(
      String questions) {
    return assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, REST + questions));
  }

  private static int line(String part) {
    String before = REST + QUESTIONS;
    return (int) before.substring(0, before.indexOf(part)).lines().count()
        + (before.charAt(before.indexOf(part) - 1) == '\n' ? 1 : 0);
  }
}
