package io.touchstone.answer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Draw;
import io.touchstone.answer.abstention.Abstained;
import io.touchstone.answer.abstention.Why;
import io.touchstone.answer.classes.ClassesQuestion;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.oneclass.ClassQuestion;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.scale.ScaleQuestion;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanQuestion;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.answer.spans.SpanSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The answers to several questions")
class SheetQuestionTest {

  private static final String TEXT = "Acme hammer";

  /** Sort; of a tool how worn it is; of a worn one what is wrong, if anybody knows; makers. */
  private final SheetQuestion question =
      new SheetQuestion(
          List.of(
              part("sort", new ClassQuestion(List.of("tool", "toy")), true, ""),
              part("wear", new ScaleQuestion(new ScaleRules(1, 3, "", "", 0)), true, "sort=tool"),
              part(
                  "faults",
                  new ClassesQuestion(List.of("bent", "rusty"), ClassesRules.DEFAULT),
                  false,
                  "wear=2,3"),
              part(
                  "makers",
                  new SpanQuestion(List.of("maker"), new SpanRules(false, 1)),
                  true,
                  "")));

  private static SheetPart part(
      String id, io.touchstone.answer.Question question, boolean required, String when) {
    Optional<Condition> condition =
        Optional.of(when)
            .filter(text -> !text.isEmpty())
            .map(text -> text.split("="))
            .map(text -> new Condition(text[0], List.of(text[1].split(","))));
    return new SheetPart(id, id + "?", question, required, condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | answers | no-answers",
        "{} | answers | no-answers",
        "{\"sort\": \"tool\"} | answers.sort | no-answer",
        "{\"sort\": {\"label\": \"tool\", \"scale\": 1}} | answers.sort | no-answer",
        "{\"sort\": {\"scale\": 1}} | answers.sort | other-answer",
        "{\"sort\": {\"label\": \"book\"}} | answers.sort.label | unknown-label",
        "{\"size\": {\"scale\": 1}} | answers.size | unknown-question",
        "{\"sort\": {\"label\": \"tool\"}, \"wear\": {\"scale\": 9}} | answers.wear.scale | off-scale",
        "{\"sort\": {\"label\": \"toy\"}, \"wear\": {\"scale\": 1}} | answers.wear | not-asked",
        "{\"sort\": {\"label\": \"toy\"}} | answers.makers | missing",
        "{\"sort\": {\"label\": \"tool\"}, \"makers\": {\"spans\": []}} | answers.wear | missing",
        "{\"sort\": {\"label\": \"toy\"}, \"makers\": {\"spans\": [{\"start\": 0, \"end\": 99, \"label\": \"maker\"}]}} | answers.makers.spans[0] | text-missing"
      })
  void are_refused_with_the_place_of_the_question(String sent, String place, String reason)
      throws JsonProcessingException {
    AnswerReading reading =
        question.take(new ObjectMapper().readTree(sent), AnsweredText.shown(TEXT));

    assertThat(reading).isInstanceOf(AnswerReading.Refused.class);
    assertThat(((AnswerReading.Refused) reading).fault().place()).startsWith(place);
    assertThat(((AnswerReading.Refused) reading).fault().reason()).isEqualTo(reason);
  }

  @Test
  void may_be_saved_while_some_are_missing_and_are_not_complete_then() {
    assertThat(draft("{\"sort\": {\"label\": \"tool\"}}"))
        .isEqualTo(sheet("sort", new ClassLabel("tool")));
    assertThat(question.isComplete(sheet("sort", new ClassLabel("tool")))).isFalse();
    assertThat(question.isComplete(sheet("sort", new ClassLabel("toy"), "makers", maker())))
        .isTrue();
  }

  @Test
  void are_complete_without_what_may_be_left_out_and_without_what_follows_from_no_answer() {
    Answer worn =
        sheet("sort", new ClassLabel("tool"), "wear", new ScalePoint(3), "makers", maker());

    assertThat(question.isComplete(worn)).isTrue();
    assertThat(question.fault(worn, TEXT)).isEmpty();
    assertThat(
            question.fault(
                sheet("sort", new ClassLabel("toy"), "faults", new ClassLabel("bent")), TEXT))
        .isPresent();
  }

  @Test
  void differ_in_a_decoy_that_the_project_takes() {
    Answer truth =
        sheet("sort", new ClassLabel("tool"), "wear", new ScalePoint(1), "makers", maker());
    Set<Answer> decoys = new HashSet<>();
    for (int n = 0; n < 300; n++) {
      Answer decoy = question.decoy(truth, TEXT, draws(n));
      assertThat(decoy).isNotEqualTo(truth);
      assertThat(question.fault(decoy, TEXT)).isEmpty();
      decoys.add(decoy);
    }
    assertThat(decoys).as("a toy, two other points, other makers").hasSizeGreaterThan(3);
  }

  @Test
  void are_mistaken_as_often_as_a_person_errs_and_stay_answers_to_what_is_asked() {
    Answer truth =
        sheet("sort", new ClassLabel("tool"), "wear", new ScalePoint(1), "makers", maker());
    int right = 0;
    int toys = 0;
    for (int n = 0; n < 2_000; n++) {
      SheetAnswer given = (SheetAnswer) question.mistaken(truth, TEXT, 0.9, draws(n));
      assertThat(question.fault(given, TEXT)).isEmpty();
      toys += given.to("sort").equals(Optional.of(new ClassLabel("toy"))) ? 1 : 0;
      right += given.equals(truth) ? 1 : 0;
    }
    assertThat(toys / 2_000.0).isBetween(0.08, 0.12);
    assertThat(right / 2_000.0).as("three things to err in").isBetween(0.65, 0.80);
    assertThat(question.imagined(draws(7)))
        .satisfies(each -> assertThat(question.isComplete(each)));
  }

  @Test
  void are_confused_question_by_question() {
    Answer tool =
        sheet("sort", new ClassLabel("tool"), "wear", new ScalePoint(1), "makers", maker());
    Answer toy = sheet("sort", new ClassLabel("toy"), "makers", maker());

    assertThat(toy.confusedWith(tool))
        .as("how worn a toy is, nobody was asked")
        .containsExactly(new Answer.Confused("tool", Optional.of("toy")));
  }

  @Test
  void stand_in_rows_by_question_in_one_order_and_without_the_text_they_cover() {
    assertThat(sheet("sort", new ClassLabel("toy"), "makers", maker()).stored())
        .hasToString(
            "{\"makers\":{\"spans\":[{\"start\":0,\"end\":4,\"label\":\"maker\"}]},"
                + "\"sort\":{\"label\":\"toy\"}}");
    assertThat(question.conditions())
        .isEqualTo(
            "[{\"question\":\"wear\",\"when\":\"sort\",\"labels\":[\"tool\"]},"
                + "{\"question\":\"faults\",\"when\":\"wear\",\"labels\":[\"2\",\"3\"]}]");
  }

  private Answer draft(String sent) {
    try {
      AnswerReading reading =
          question.takeDraft(new ObjectMapper().readTree(sent), AnsweredText.shown(TEXT));
      return ((AnswerReading.Read) reading).answer();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void one_of_them_may_have_no_answer_and_then_nothing_that_depends_on_it_is_asked() {
    Answer untold =
        draft("{\"sort\": {\"abstained\": \"cannot-tell\"}, \"makers\": {\"spans\": []}}");

    assertThat(question.isComplete(untold)).isTrue();
    assertThat(((SheetAnswer) untold).to("sort")).contains(new Abstained(Why.CANNOT_TELL));
  }

  @Test
  void who_gives_no_answer_at_all_gives_none_to_each_question_that_is_always_asked() {
    Answer none = question.abstained(new Abstained(Why.WRONG_ITEM));

    assertThat(((SheetAnswer) none).byQuestion().keySet()).containsExactly("makers", "sort");
    assertThat(question.isComplete(none)).isTrue();
  }

  @Test
  void what_is_known_or_suggested_answers_every_question() throws JsonProcessingException {
    String sent = "{\"sort\": {\"abstained\": \"cannot-tell\"}, \"makers\": {\"spans\": []}}";

    AnswerReading taken =
        question.take(new ObjectMapper().readTree(sent), AnsweredText.shown(TEXT));

    assertThat(((AnswerReading.Refused) taken).fault().placed())
        .isEqualTo("answers.sort: An answer is needed here");
    assertThat(question.fault(draft(sent), TEXT)).isPresent();
  }

  private static Answer maker() {
    return new SpanSet(List.of(new Span(0, 4, "maker", "Acme")));
  }

  private static SheetAnswer sheet(Object... idsAndAnswers) {
    Map<String, Answer> answers = new java.util.TreeMap<>();
    for (int at = 0; at < idsAndAnswers.length; at += 2) {
      answers.put((String) idsAndAnswers[at], (Answer) idsAndAnswers[at + 1]);
    }
    return SheetAnswer.of(answers);
  }

  /** The same words draw the same number. */
  private static Draw draws(int seed) {
    return what -> new SplittableRandom(31L * seed + Arrays.hashCode(what)).nextDouble();
  }
}
