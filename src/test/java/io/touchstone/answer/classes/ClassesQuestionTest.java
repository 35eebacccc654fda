package io.touchstone.answer.classes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Draw;
import io.touchstone.answer.GivenAnswers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer of several classes")
class ClassesQuestionTest {

  private static final List<String> LABELS = List.of("billing", "delivery", "praise");
  private final ClassesQuestion question = new ClassesQuestion(LABELS, new ClassesRules(false, 1));
  private final ClassesQuestion noneAllowed =
      new ClassesQuestion(LABELS, new ClassesRules(true, 1));

  @Test
  void is_the_same_in_whatever_order_its_labels_come() {
    assertThat(new ClassSet(List.of("praise", "billing")))
        .isEqualTo(new ClassSet(List.of("billing", "praise")));
    assertThat(new ClassSet(List.of("praise", "billing")).stored())
        .hasToString("[\"billing\",\"praise\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"billing\" | classes | not-a-list",
        "[\"billing\", 3] | classes[1] | label-missing",
        "[\"billing\", \"praise\", \"billing\"] | classes[2] | duplicate",
        "[\"praise\", \"weather\", \"billing\"] | classes[1] | unknown-label",
        "[] | classes | none"
      })
  void is_refused_with_its_place_as_it_was_sent(String sent, String place, String reason) {
    AnswerReading reading = take(question, sent);

    assertThat(reading).isInstanceOf(AnswerReading.Refused.class);
    assertThat(((AnswerReading.Refused) reading).fault().place()).isEqualTo(place);
    assertThat(((AnswerReading.Refused) reading).fault().reason()).isEqualTo(reason);
  }

  @Test
  void may_be_empty_where_the_project_says_so() {
    assertThat(take(noneAllowed, "[]")).isEqualTo(new AnswerReading.Read(new ClassSet(List.of())));
  }

  @Test
  void has_a_decoy_that_differs_and_that_the_project_takes() {
    Set<Answer> decoys = new HashSet<>();
    Answer truth = new ClassSet(List.of("billing"));
    for (int n = 0; n < 200; n++) {
      Answer decoy = question.decoy(truth, "", draws(n));
      assertThat(decoy).isNotEqualTo(truth);
      assertThat(question.fault(decoy, "")).isEmpty();
      decoys.add(decoy);
    }
    assertThat(decoys).as("two in its place, two with one more").hasSize(4);
  }

  @Test
  void is_given_rightly_as_often_as_the_person_is_accurate_class_by_class() {
    Answer truth = new ClassSet(List.of("billing", "praise"));
    int kept = 0;
    for (int n = 0; n < 2_000; n++) {
      List<String> seen = noneAllowed.mistaken(truth, "", 0.8, draws(n)).labels();
      kept += seen.contains("billing") ? 1 : 0;
    }
    assertThat(kept / 2_000.0).isCloseTo(0.8, Offset.offset(0.04));
  }

  @Test
  void names_a_class_that_was_left_out_with_the_one_given_instead() {
    assertThat(set("billing", "delivery").confusedWith(set("billing", "praise")))
        .containsExactly(new Answer.Confused("praise", Optional.of("delivery")));
    assertThat(set("billing").confusedWith(set("billing", "praise")))
        .containsExactly(new Answer.Confused("praise", Optional.empty()));
  }

  /**
   * MASI of {billing} against {billing, delivery} is 1 - 1/2 * 2/3 = 2/3 (Passonneau 2006, section
   * 3). Three items, pairs of sets: equal A, equal B, and A against A+B. With the judgements A, A,
   * B, B, A, AB: observed (2/3) / 3 = 2/9; expected over the 15 pairs of six: A-B 3 * 2 = 6 times
   * 1, A-AB 3 times 2/3, B-AB 2 times 2/3, which is 28/3 of 15. Alpha = 1 - (2/9) / (28/45) = 9/14.
   */
  @Test
  void agrees_in_part_where_sets_share_a_class() {
    MeasuredAgreement measured =
        question
            .counted(
                given(
                    List.of(
                        List.of(set("billing"), set("billing")),
                        List.of(set("delivery"), set("delivery")),
                        List.of(set("billing"), set("billing", "delivery")))))
            .measured(Bootstrap.seeded(1));

    assertThat(((Coefficient.Defined) measured.main()).name()).isEqualTo("alphaMasi");
    assertThat(((Coefficient.Defined) measured.main()).value())
        .isCloseTo(9.0 / 14, Offset.offset(1e-12));
    assertThat(measured.perLabel())
        .extracting("label", "judgements")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("billing", 4L),
            org.assertj.core.groups.Tuple.tuple("delivery", 3L),
            org.assertj.core.groups.Tuple.tuple("praise", 0L));
  }

  @Test
  void is_counted_the_same_in_whatever_order_items_come() {
    List<List<Answer>> items =
        List.of(
            List.of(set("billing"), set("praise", "billing")),
            List.of(set("delivery"), set("delivery")));
    List<List<Answer>> turned = List.of(items.get(1), items.get(0));

    assertThat(question.counted(given(items)).lines())
        .isEqualTo(question.counted(given(turned)).lines())
        .containsExactly("billing,billing+praise 1", "delivery,delivery 1");
  }

  private static GivenAnswers given(List<List<Answer>> items) {
    return new GivenAnswers() {
      @Override
      public int annotators() {
        return 2;
      }

      @Override
      public Map<List<String>, Long> byCategories() {
        throw new UnsupportedOperationException("Sets of classes are no categories.");
      }

      @Override
      public void forEachItem(Consumer<SortedMap<String, Answer>> taker) {
        for (List<Answer> item : items) {
          SortedMap<String, Answer> byAnnotator = new TreeMap<>();
          item.forEach(answer -> byAnnotator.put("p" + byAnnotator.size(), answer));
          taker.accept(byAnnotator);
        }
      }
    };
  }

  private static ClassSet set(String... ids) {
    return new ClassSet(List.of(ids));
  }

  private static Draw draws(int seed) {
    return what ->
        new SplittableRandom(seed * 31L + String.join(" ", what).hashCode()).nextDouble();
  }

  private static AnswerReading take(ClassesQuestion question, String sent) {
    try {
      return question.take(new ObjectMapper().readTree(sent), AnsweredText.shown("A text"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
