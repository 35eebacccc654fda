package io.touchstone.quality.measurement;

import io.touchstone.answer.Question;
import io.touchstone.quality.truth.WorkLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The measurements of all questions of a batch. Gates read the worst one: that of the question
 * whose guideline wants a revision, then whose agreement is too low or cannot be told, then the
 * lowest.
 *
 * @param all in the order of the questions, one at least
 */
record MeasuredQuestions(List<Measured> all) {

  /**
   * One question.
   *
   * @param facts what was measured
   * @param work the time spent, with the items that its truth is inferred of
   */
  record Measured(
      Question.Part part, BatchMeasurement.Facts facts, BatchMeasurement numbers, WorkLog work) {

    private int urgency() {
      MeasuredQuality quality = numbers.summary(0);
      if (quality.guidelineVerdict().equals(GuidelineVerdict.Outcome.REVISE.id())) {
        return 0;
      }
      return quality.overall().unclear() ? 1 : quality.overall().undecided() ? 2 : 3;
    }

    private double agreement() {
      Double value = numbers.numbers().agreement().value();
      return value == null ? Double.NEGATIVE_INFINITY : value;
    }
  }

  MeasuredQuestions {
    all = List.copyOf(all);
  }

  private boolean several() {
    return all.size() > 1;
  }

  private Measured worst() {
    return all.stream()
        .min(Comparator.comparingInt(Measured::urgency).thenComparingDouble(Measured::agreement))
        .orElseThrow();
  }

  /** Those of the worst question, with all of them beside it where there are several. */
  QualityNumbers numbers() {
    QualityNumbers worst = worst().numbers().numbers();
    return several()
        ? worst.with(
            all.stream()
                .map(
                    each ->
                        new QualityNumbers.OfQuestion(
                            each.part().id(), each.part().ask(), each.numbers().numbers()))
                .toList())
        : worst;
  }

  /** The few numbers of the worst question, for the gates. */
  MeasuredQuality summary(int round) {
    MeasuredQuality worst = worst().numbers().summary(round);
    return several() ? worst.of(Optional.of(worst().part().id())) : worst;
  }

  /** Hash of all that the numbers are made from. */
  String inputsSha256() {
    if (!several()) {
      return all.get(0).numbers().inputsSha256();
    }
    String each =
        all.stream()
            .map(one -> one.part().id() + " " + one.numbers().inputsSha256())
            .collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(each.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256", e);
    }
  }
}
