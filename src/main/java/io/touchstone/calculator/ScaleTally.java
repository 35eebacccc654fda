package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.NominalJudgements;
import io.touchstone.agreement.OwnWeights;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.scale.Scale;
import io.touchstone.agreement.scale.ScaleAgreement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Labels with an order or a distance: numbers, or categories with scores. */
final class ScaleTally implements Tally {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})([eE][+-]?\\d{1,4})?");

  /** Squares of sums of such numbers are still numbers. */
  private static final double LARGEST = 1e100;

  private final Scale scale;
  private final List<String> categories;
  private final double[] scores;
  private final boolean numbers;
  private final NominalJudgements judgements;
  private final Optional<double[][]> weights;

  ScaleTally(Scale scale, List<String> declared, List<Double> scored) {
    this(scale, declared, scored, Optional.empty());
  }

  /**
   * @param declared categories, none for any number
   * @param scored what each category counts, none for the categories' own numbers or places
   * @param weights of pairs of categories, in their order
   */
  ScaleTally(
      Scale scale, List<String> declared, List<Double> scored, Optional<double[][]> weights) {
    this.scale = scale;
    this.weights = weights;
    numbers = declared.stream().allMatch(category -> NUMBER.matcher(category).matches());
    categories = numbers ? declared.stream().map(ScaleTally::canonical).toList() : declared;
    if (categories.stream().distinct().count() < categories.size()) {
      throw AgreementCalculator.invalid(
          "task.categories", "Two declared categories are the same number: name each one once.");
    }
    scores = scores(scored);
    judgements = new NominalJudgements(categories);
  }

  private double[] scores(List<Double> scored) {
    double[] given = scored.stream().mapToDouble(Double::doubleValue).toArray();
    if (given.length == 0 && numbers) {
      given = categories.stream().mapToDouble(Double::parseDouble).toArray();
    }
    if (given.length == 0 && !categories.isEmpty() && scale != Scale.ORDINAL) {
      throw AgreementCalculator.invalid(
          "task.scores",
          "The categories are no numbers: give each one a score, or ask for the type ordinal.");
    }
    if (scale == Scale.ORDINAL && !monotonous(given)) {
      if (!scored.isEmpty()) {
        throw AgreementCalculator.invalid(
            "task.scores",
            "The scores neither rise nor fall in the order of the categories: put the categories of"
                + " an ordinal task in their order.");
      }
      given = new double[0];
    }
    if (scale == Scale.RATIO && Arrays.stream(given).anyMatch(score -> score < 0)) {
      throw AgreementCalculator.invalid(
          "task.scores", "A score is below zero, which a ratio scale does not have.");
    }
    return given.length > 0 || categories.isEmpty()
        ? given
        : IntStream.rangeClosed(1, categories.size()).asDoubleStream().toArray();
  }

  private static boolean monotonous(double[] scores) {
    return IntStream.range(1, scores.length).allMatch(at -> scores[at] > scores[at - 1])
        || IntStream.range(1, scores.length).allMatch(at -> scores[at] < scores[at - 1]);
  }

  @Override
  public void add(String item, String annotator, JsonNode label) {
    String given = NominalTally.single(label).strip();
    if (categories.isEmpty() && !NUMBER.matcher(given).matches()) {
      throw new IllegalArgumentException(
          "A label is no finite number. Declare the categories in their order, with scores, or send"
              + " numbers.");
    }
    String read = numbers && NUMBER.matcher(given).matches() ? canonical(given) : given;
    if (scale == Scale.RATIO && categories.isEmpty() && read.startsWith("-")) {
      throw new IllegalArgumentException(
          "A number is below zero, which a ratio scale does not have: ask for the type interval.");
    }
    judgements.add(item, annotator, read);
  }

  @Override
  public long bytesToAnswer(int annotators) {
    long labels = declared() ? categories.size() : judgements.occurring().size();
    return !isWeighted((int) labels)
        ? 0
        : labels * (annotators + labels) * NominalTally.BYTES_PER_SHARE * 2;
  }

  /** The same text for the same number. */
  private static String canonical(String number) {
    double value = Double.parseDouble(number);
    if (Math.abs(value) > LARGEST) {
      throw new IllegalArgumentException("A label is no finite number: it is too large.");
    }
    return Double.toString(value + 0.0);
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    NominalJudgements ordered = declared() ? judgements : byNumber();
    List<String> labels = ordered.counts().labels();
    double[] values =
        declared() ? scores : labels.stream().mapToDouble(Double::parseDouble).toArray();
    boolean weighted = isWeighted(labels.size());
    ScaleAgreement agreement = ScaleAgreement.of(ordered, scale, values, weighted, bootstrap);
    Map<String, Object> details =
        Double.isNaN(agreement.meanDifference()) || scale == Scale.ORDINAL
            ? Map.of()
            : Map.of("meanAbsoluteDifference", agreement.meanDifference());
    return new AgreementAnswer(
        ScaleAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        Stream.concat(
                agreement.coefficients().stream(),
                weights.stream().flatMap(matrix -> OwnWeights.of(ordered, matrix).stream()))
            .map(
                each ->
                    CoefficientView.of(each, each.name().startsWith("alpha") ? details : Map.of()))
            .toList(),
        agreement.coincidences(),
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of());
  }

  private boolean declared() {
    return !categories.isEmpty();
  }

  private boolean isWeighted(int labels) {
    return declared() || scale == Scale.ORDINAL && labels <= ScaleAgreement.MOST_WEIGHTED;
  }

  private NominalJudgements byNumber() {
    return judgements.labelled(
        judgements.occurring().stream()
            .map(label -> Map.entry(Double.parseDouble(label), label))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
  }
}
