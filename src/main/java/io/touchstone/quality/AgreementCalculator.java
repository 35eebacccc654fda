package io.touchstone.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.platform.web.Refusal;
import io.touchstone.quality.agreement.Bootstrap;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Agreement on judgements that a caller sends. */
final class AgreementCalculator {

  private static final long DEFAULT_SEED = 1;

  /** What to calculate from; absent parts are refused or have defaults. */
  record Question(
      Optional<AgreementTask> task,
      Optional<List<Judgement>> judgements,
      Optional<Resampling> bootstrap) {}

  /**
   * What one annotator said of one item.
   *
   * @param label a word or number; of multilabel tasks a list of them, of spans, boxes and segments
   *     a list of objects, empty for nothing marked
   * @param spans another name for the label of span tasks
   */
  record Judgement(
      Optional<String> item,
      Optional<String> annotator,
      Optional<JsonNode> label,
      Optional<JsonNode> spans) {

    Optional<JsonNode> said() {
      return Stream.of(label, spans)
          .flatMap(Optional::stream)
          .filter(given -> !given.isNull())
          .findFirst();
    }
  }

  /** How intervals are resampled: 1,000 rounds with seed 1 unless said otherwise. */
  record Resampling(Optional<Integer> rounds, Optional<Long> seed) {}

  /**
   * @throws Refusal with 422 and a sentence if the question cannot be answered
   */
  AgreementAnswer calculate(Question question) {
    AgreementTask task =
        question
            .task()
            .orElseThrow(
                () ->
                    invalid(
                        "task",
                        "The task is missing: send a type, as \"nominal\", and if you like the"
                            + " declared categories."));
    Tally tally = at("task.categories", task::tally);
    Bootstrap bootstrap = bootstrap(question.bootstrap());
    List<Judgement> sent =
        question
            .judgements()
            .orElseThrow(
                () ->
                    invalid(
                        "judgements",
                        "The judgements are missing: send a list, which may be empty."));
    for (int at = 0; at < sent.size(); at++) {
      add(tally, sent.get(at), "judgements[" + at + "]");
    }
    return answer(tally, bootstrap);
  }

  /**
   * As {@link #calculate(Question)}, from judgements that stand in CSV.
   *
   * @throws Refusal with 422 and a sentence if the question cannot be answered
   */
  AgreementAnswer calculate(AgreementTask task, Reader sheet, Resampling resampling)
      throws IOException {
    Tally tally = at("task.categories", task::tally);
    Bootstrap bootstrap = bootstrap(Optional.of(resampling));
    new AgreementSheet(task.type().orElse("")).readInto(tally, sheet);
    return answer(tally, bootstrap);
  }

  private static void add(Tally tally, Judgement judgement, String where) {
    if (judgement == null
        || judgement.item().isEmpty()
        || judgement.annotator().isEmpty()
        || judgement.said().isEmpty()) {
      throw invalid(
          where, "A judgement lacks its item, annotator or label: leave out what nobody judged.");
    }
    add(tally, judgement.item().get(), judgement.annotator().get(), judgement.said().get(), where);
  }

  /**
   * @throws Refusal with 422, the place and a sentence
   */
  static void add(Tally tally, String item, String annotator, JsonNode label, String where) {
    at(
        where,
        () -> {
          tally.add(item, annotator, label);
          return tally;
        });
  }

  /**
   * @throws Refusal with 422 and a sentence
   */
  static AgreementAnswer answer(Tally tally, Bootstrap bootstrap) {
    return at("judgements", () -> tally.answer(bootstrap));
  }

  /**
   * @throws Refusal with 422 and a sentence
   */
  static Bootstrap bootstrap(Optional<Resampling> asked) {
    return at(
        "bootstrap",
        () ->
            new Bootstrap(
                asked.flatMap(Resampling::rounds).orElse(Bootstrap.DEFAULT_ROUNDS),
                asked.flatMap(Resampling::seed).orElse(DEFAULT_SEED)));
  }

  private static <T> T at(String where, Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      throw invalid(where, e.getMessage());
    }
  }

  static Refusal invalid(String where, String sentence) {
    return new Refusal(422, "invalid-judgements", sentence, Map.of("where", where));
  }
}
