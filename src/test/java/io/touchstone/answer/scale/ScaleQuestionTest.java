package io.touchstone.answer.scale;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A point of a scale")
class ScaleQuestionTest {

  private final ScaleQuestion question =
      new ScaleQuestion(new ScaleRules(1, 5, "calm", "urgent", 1));

  @ParameterizedTest
  @CsvSource({
    "\"3\", not-a-point",
    "2.5, not-a-point",
    "99999999999, not-a-point",
    "0, off-scale",
    "6, off-scale"
  })
  void is_refused_where_it_is_none(String sent, String reason) {
    assertThat(take(sent))
        .isInstanceOfSatisfying(
            AnswerReading.Refused.class,
            refused -> {
              assertThat(refused.fault().place()).isEqualTo("scale");
              assertThat(refused.fault().reason()).isEqualTo(reason);
            });
  }

  @Test
  void is_taken_where_it_lies_on_the_scale() {
    assertThat(take("5")).isEqualTo(new AnswerReading.Read(new ScalePoint(5)));
  }

  @Test
  void has_the_ends_named() {
    assertThat(question.rules().points().stream().map(question.rules()::name))
        .containsExactly("1 calm", "2", "3", "4", "5 urgent");
  }

  @Test
  void has_a_decoy_that_differs() {
    for (int n = 0; n < 100; n++) {
      Answer decoy = question.decoy(new ScalePoint(2), "", draws(n));
      assertThat(decoy).isNotEqualTo(new ScalePoint(2));
      assertThat(question.fault(decoy, "")).isEmpty();
    }
  }

  @Test
  void is_missed_by_one_more_often_than_by_several() {
    Map<Integer, Integer> away = new HashMap<>();
    for (int n = 0; n < 4_000; n++) {
      ScalePoint given = (ScalePoint) question.mistaken(new ScalePoint(3), "", 0.6, draws(n));
      away.merge(Math.abs(given.value() - 3), 1, Integer::sum);
    }
    assertThat(away.get(0) / 4_000.0).isCloseTo(0.6, Offset.offset(0.03));
    assertThat(away.get(1)).isGreaterThan(3 * away.get(2));
  }

  /**
   * Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C, four observers and
   * twelve units; ordinal alpha .815 by section E, as published there.
   */
  @Test
  void agreement_is_the_published_ordinal_alpha() {
    Map<List<String>, Long> items = new HashMap<>();
    for (String unit : "111 2223 3333 3333 2222 1234 4444 1112 2222 555 11 3".split(" ")) {
      items.merge(unit.chars().mapToObj(c -> String.valueOf((char) c)).toList(), 1L, Long::sum);
    }
    MeasuredAgreement measured = question.counted(given(items)).measured(Bootstrap.seeded(1));

    assertThat(((Coefficient.Defined) measured.main()).name()).isEqualTo("alphaOrdinal");
    assertThat(((Coefficient.Defined) measured.main()).value())
        .isCloseTo(0.815, Offset.offset(0.0005));
  }

  private static GivenAnswers given(Map<List<String>, Long> items) {
    return new GivenAnswers() {
      @Override
      public int annotators() {
        return 4;
      }

      @Override
      public Map<List<String>, Long> byCategories() {
        return items;
      }

      @Override
      public void forEachItem(Consumer<SortedMap<String, Answer>> taker) {
        throw new UnsupportedOperationException("Points are counted by categories.");
      }
    };
  }

  private static Draw draws(int seed) {
    return what ->
        new SplittableRandom(seed * 31L + String.join(" ", what).hashCode()).nextDouble();
  }

  private AnswerReading take(String sent) {
    try {
      return question.take(new ObjectMapper().readTree(sent), AnsweredText.shown("A text"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
