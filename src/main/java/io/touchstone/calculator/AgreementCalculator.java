package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Agreement on judgements that a caller sends, read as they come. */
public final class AgreementCalculator {

  private static final long DEFAULT_SEED = 1;

  private final CalculatorRoom memory;

  /**
   * @param memory that all calculations share
   */
  public AgreementCalculator(CalculatorRoom memory) {
    this.memory = memory;
  }

  /** How intervals are resampled: 1,000 rounds with seed 1 unless said otherwise. */
  public record Resampling(Optional<Integer> rounds, Optional<Long> seed) {

    /**
     * @throws Refusal with 422 if it is no such object
     */
    static Resampling of(JsonNode sent) {
      JsonNode rounds = sent.path("rounds");
      JsonNode seed = sent.path("seed");
      boolean read =
          (sent.isObject() || sent.isNull())
              && (rounds.isMissingNode() || rounds.isNull() || rounds.canConvertToInt())
              && (seed.isMissingNode() || seed.isNull() || seed.canConvertToLong());
      if (!read) {
        throw invalid("bootstrap", "The bootstrap has rounds and a seed, both whole numbers.");
      }
      return new Resampling(
          rounds.isNumber() ? Optional.of(rounds.intValue()) : Optional.empty(),
          seed.isNumber() ? Optional.of(seed.longValue()) : Optional.empty());
    }
  }

  /**
   * @param json an object with task, judgements and, if wanted, bootstrap
   * @throws Refusal with a sentence and the place if the question cannot be answered
   */
  public AgreementAnswer calculate(JudgementText json) throws IOException {
    try (CalculatorRoom.Place room = memory.enter()) {
      return new AgreementJson(json, room).answer();
    }
  }

  /**
   * As {@link #calculate(JudgementText)}, from judgements that stand in CSV.
   *
   * @throws Refusal with a sentence and the place if the question cannot be answered
   */
  public AgreementAnswer calculate(AgreementTask task, JudgementText sheet, Resampling resampling)
      throws IOException {
    Tally tally = at("task.categories", task::tally);
    Bootstrap bootstrap = bootstrap(Optional.of(resampling));
    try (CalculatorRoom.Place room = memory.enter()) {
      AgreementIntake intake = new AgreementIntake(tally, room);
      new AgreementSheet(task.type().orElse("")).readInto(intake, sheet);
      return answer(intake, bootstrap);
    }
  }

  /**
   * @throws Refusal with 422 and a sentence
   */
  static AgreementAnswer answer(AgreementIntake intake, Bootstrap bootstrap) {
    return at("judgements", () -> intake.answer(bootstrap));
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

  /**
   * @throws Refusal with 422, the place and the step's own sentence, where the step refuses
   */
  static <T> T at(String where, Supplier<T> step) {
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
