package io.touchstone.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.platform.web.Refusal;
import io.touchstone.quality.agreement.Bootstrap;
import io.touchstone.quality.agreement.Coincidences;
import io.touchstone.quality.agreement.NominalAgreement;
import io.touchstone.quality.agreement.NominalJudgements;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Agreement on judgements that a caller sends. */
final class AgreementCalculator {

  private static final long DEFAULT_SEED = 1;
  private static final String NOMINAL = "nominal";
  private static final String SPAN = "span";

  /** What to calculate from; absent parts are refused or have defaults. */
  record Question(
      Optional<Task> task, Optional<List<Judgement>> judgements, Optional<Resampling> bootstrap) {}

  /**
   * Kind of labels.
   *
   * @param type "nominal" or "span"
   * @param categories the declared label set; when absent, the labels that occur
   */
  record Task(Optional<String> type, Optional<List<String>> categories) {}

  /**
   * One annotator's label, or spans, on one item.
   *
   * @param spans each with start, end and label; an empty list for nothing marked
   */
  record Judgement(
      Optional<String> item,
      Optional<String> annotator,
      Optional<String> label,
      Optional<JsonNode> spans) {}

  /** How intervals are resampled: 1,000 rounds with seed 1 unless said otherwise. */
  record Resampling(Optional<Integer> rounds, Optional<Long> seed) {}

  /**
   * What came out.
   *
   * @param confusion which labels meet on the same item; empty for spans
   * @param perSpanCategory for spans only
   */
  record Answer(
      String metricVersion,
      long items,
      long judgements,
      int annotators,
      List<CoefficientView> coefficients,
      Coincidences confusion,
      List<LabelView> perCategory,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SpanLabelView> perSpanCategory) {}

  /**
   * @throws Refusal with 422 and a sentence if the question cannot be answered
   */
  Answer calculate(Question question) {
    Task task =
        question
            .task()
            .orElseThrow(
                () ->
                    invalid(
                        "task",
                        "The task is missing: send a"
                            + " type, \"nominal\", and if you like the declared categories."));
    requireKnown(task.type().orElse(""));
    List<Judgement> sent =
        question
            .judgements()
            .orElseThrow(
                () ->
                    invalid(
                        "judgements",
                        "The judgements are missing: send a list, which may" + " be empty."));
    return task.type().orElse("").equals(SPAN)
        ? spans(question, task, sent)
        : nominal(question, task, sent);
  }

  private static Answer spans(Question question, Task task, List<Judgement> sent) {
    SpanCalculator calculator = new SpanCalculator(categories(task));
    for (int at = 0; at < sent.size(); at++) {
      Judgement judgement = sent.get(at);
      String where = "judgements[" + at + "]";
      if (judgement == null
          || judgement.item().isEmpty()
          || judgement.annotator().isEmpty()
          || judgement.spans().isEmpty()) {
        throw invalid(
            where, "A judgement lacks its item, annotator or spans: leave out what nobody judged.");
      }
      calculator.add(
          judgement.item().get(), judgement.annotator().get(), judgement.spans().get(), where);
    }
    return calculator.answer(bootstrap(question));
  }

  private static Answer nominal(Question question, Task task, List<Judgement> sent) {
    NominalJudgements judgements = new NominalJudgements(categories(task));
    for (int at = 0; at < sent.size(); at++) {
      add(judgements, sent.get(at), at);
    }
    NominalAgreement agreement = NominalAgreement.of(judgements, bootstrap(question));
    return new Answer(
        NominalAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        agreement.coefficients().stream().map(CoefficientView::of).toList(),
        agreement.coincidences(),
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of());
  }

  private static void requireKnown(String type) {
    if (!type.equals(NOMINAL) && !type.equals(SPAN)) {
      throw new Refusal(
          422,
          "task-type-not-calculated",
          "Agreement is not calculated for this type of task. The types that are calculated are"
              + " nominal, one label out of a set without order, and span, marked stretches of a"
              + " text.",
          Map.of("calculated", List.of(NOMINAL, SPAN)));
    }
  }

  private static List<String> categories(Task task) {
    List<String> categories = task.categories().orElse(List.of());
    if (categories.stream().anyMatch(Objects::isNull)
        || new HashSet<>(categories).size() < categories.size()) {
      throw invalid(
          "task.categories", "A declared category is empty or named twice: name each one once.");
    }
    return categories;
  }

  private static void add(NominalJudgements judgements, Judgement judgement, int at) {
    if (judgement == null
        || judgement.item().isEmpty()
        || judgement.annotator().isEmpty()
        || judgement.label().isEmpty()) {
      throw invalid(
          "judgements[" + at + "]",
          "A judgement lacks its item, annotator or label: leave out what nobody judged.");
    }
    try {
      judgements.add(judgement.item().get(), judgement.annotator().get(), judgement.label().get());
    } catch (IllegalArgumentException e) {
      throw invalid("judgements[" + at + "]", e.getMessage());
    }
  }

  private static Bootstrap bootstrap(Question question) {
    try {
      return question
          .bootstrap()
          .map(
              asked ->
                  new Bootstrap(
                      asked.rounds().orElse(Bootstrap.DEFAULT_ROUNDS),
                      asked.seed().orElse(DEFAULT_SEED)))
          .orElse(Bootstrap.seeded(DEFAULT_SEED));
    } catch (IllegalArgumentException e) {
      throw invalid("bootstrap", e.getMessage());
    }
  }

  static Refusal invalid(String where, String sentence) {
    return new Refusal(422, "invalid-judgements", sentence, Map.of("where", where));
  }
}
