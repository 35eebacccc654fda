package io.touchstone.answer.abstention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.answer.Answer;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.Question;
import io.touchstone.answer.classes.ClassSet;
import io.touchstone.answer.classes.ClassesQuestion;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.oneclass.ClassQuestion;
import io.touchstone.answer.scale.ScaleQuestion;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanQuestion;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.answer.spans.SpanSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected values are Krippendorff's of 2011, term by term, abstentions as values of their own. */
class CountedAbstentionsTest {

  private static final Answer CANNOT_TELL = new Abstained(Why.CANNOT_TELL);
  private static final List<String> COLOURS = List.of("red", "blue");

  @Test
  void of_classes_an_abstention_agrees_with_no_answer_and_with_no_other_abstention() {
    MeasuredAgreement measured =
        measured(
            new ClassQuestion(COLOURS),
            List.of(
                List.of("red", "red"),
                List.of("red", "red"),
                List.of("blue", "blue"),
                List.of("red", "~"),
                List.of("~", "~")));

    assertThat(value(measured, "percentAgreement")).isCloseTo(3 / 5.0, within(1e-12));
    // Observed 4 of 10; by chance 1 - (5 * 4 + 2 * 1 + 2 * 1) / (10 * 9).
    assertThat(value(measured, "alphaNominal")).isCloseTo(1 - 0.4 / (66 / 90.0), within(1e-12));
    assertThat(measured.labels()).isEqualTo(COLOURS);
    assertThat(measured.perLabel()).extracting(LabelView::label).isEqualTo(COLOURS);
  }

  @Test
  void where_nobody_answers_nobody_agrees() {
    MeasuredAgreement measured =
        measured(
            new ClassQuestion(COLOURS), List.of(List.of("~", "~", "~"), List.of("~", "~", "~")));

    assertThat(value(measured, "percentAgreement")).isZero();
  }

  /** On a scale from 1 to 5 beyond its lower end, where the others said 5. */
  @Test
  void of_a_scale_an_abstention_lies_as_far_from_the_others_as_the_scale_allows() {
    ScaleQuestion question = new ScaleQuestion(new ScaleRules(1, 5, "calm", "urgent", 0));
    List<List<String>> others = List.of(List.of("1", "1"), List.of("2", "2"), List.of("4", "5"));

    MeasuredAgreement one = measured(question, with(others, List.of("5", "~")));
    MeasuredAgreement two = measured(question, with(others, List.of("~", "~")));

    assertThat(value(one, "alphaOrdinal")).isCloseTo(0.038580246913580196, within(1e-12));
    assertThat(value(two, "alphaOrdinal")).isCloseTo(-0.06707317073170738, within(1e-12));
    assertThat(value(one, "percentAgreement")).isEqualTo(2 / 4.0);
  }

  @Test
  void of_spans_an_abstention_shares_nothing_not_even_with_who_finds_nothing_to_mark() {
    SpanQuestion question = new SpanQuestion(List.of("drug"), new SpanRules(false, 1));
    Answer drug = new SpanSet(List.of(new Span(0, 3, "drug", "ASS")));
    Answer nothing = new SpanSet(List.of());

    MeasuredAgreement measured =
        itemwise(
            question,
            List.of(
                List.of(drug, drug),
                List.of(nothing, CANNOT_TELL),
                List.of(CANNOT_TELL, CANNOT_TELL)));

    assertThat(value(measured, "unanimity")).isEqualTo(1 / 3.0);
    // 2 * 1 common of 2 marked, and of 1 and 2 stand-ins none.
    assertThat(value(measured, "spanF1Exact")).isCloseTo(2 / 5.0, within(1e-12));
    assertThat(measured.perSpanLabel()).hasSize(1);
  }

  @Test
  void of_several_classes_an_abstention_is_at_distance_one_even_from_none() {
    ClassesQuestion question = new ClassesQuestion(COLOURS, new ClassesRules(true, 1));

    MeasuredAgreement measured =
        itemwise(
            question,
            List.of(
                List.of(new ClassSet(List.of("red")), new ClassSet(List.of("red"))),
                List.of(new ClassSet(List.of()), CANNOT_TELL),
                List.of(CANNOT_TELL, CANNOT_TELL)));

    assertThat(value(measured, "percentAgreement")).isEqualTo(1 / 3.0);
    // Six sets: red twice, none once, the first stand-in twice, the second once. Observed 4 of 6;
    // by chance 1 - (2 + 2) / 30, as all different sets have nothing in common.
    assertThat(value(measured, "alphaMasi")).isCloseTo(1 - (4 / 6.0) / (26 / 30.0), within(1e-12));
  }

  private static List<List<String>> with(List<List<String>> others, List<String> more) {
    return Stream.concat(others.stream(), Stream.of(more)).toList();
  }

  private static double value(MeasuredAgreement measured, String name) {
    return measured.coefficients().stream()
        .filter(each -> each.name().equals(name))
        .map(Coefficient.Defined.class::cast)
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Items by the categories of their answers, "~" where there is none. */
  private static MeasuredAgreement measured(Question question, List<List<String>> items) {
    Map<List<String>, Long> byCategories = new HashMap<>();
    items.forEach(each -> byCategories.merge(each, 1L, Long::sum));
    return measured(
        question,
        byCategories,
        taker -> {
          throw new UnsupportedOperationException("Counted by categories.");
        });
  }

  private static MeasuredAgreement itemwise(Question question, List<List<Answer>> items) {
    return measured(
        question,
        Map.of(),
        taker ->
            items.forEach(
                answers -> {
                  SortedMap<String, Answer> byAnnotator = new TreeMap<>();
                  answers.forEach(each -> byAnnotator.put("p" + byAnnotator.size(), each));
                  taker.accept(byAnnotator);
                }));
  }

  private static MeasuredAgreement measured(
      Question question,
      Map<List<String>, Long> byCategories,
      Consumer<Consumer<SortedMap<String, Answer>>> each) {
    return question
        .counted(
            new GivenAnswers() {
              @Override
              public int annotators() {
                return 2;
              }

              @Override
              public Map<List<String>, Long> byCategories() {
                return byCategories;
              }

              @Override
              public void forEachItem(Consumer<SortedMap<String, Answer>> taker) {
                each.accept(taker);
              }
            })
        .measured(Bootstrap.seeded(7));
  }
}
