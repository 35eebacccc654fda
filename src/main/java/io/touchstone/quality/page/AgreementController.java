package io.touchstone.quality.page;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.touchstone.calculator.AgreementAnswer;
import io.touchstone.calculator.AgreementCalculator;
import io.touchstone.calculator.AgreementQuestion;
import io.touchstone.calculator.AgreementTask;
import io.touchstone.calculator.CalculatorQueue;
import io.touchstone.calculator.CalculatorRoom;
import io.touchstone.calculator.JudgementText;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A calculator with no state: judgements in, coefficients out. Everybody who is logged in may
 * calculate; nothing is stored or looked up.
 */
@Api
class AgreementController {

  private final AgreementCalculator calculator = new AgreementCalculator(CalculatorRoom.ofHeap());

  /** Whoever takes longer to send keeps others from calculating. */
  private static final Duration LONGEST_SENDING = Duration.ofMinutes(3);

  private final CalculatorQueue queue = new CalculatorQueue(2 * LONGEST_SENDING.toMillis());

  private final long mostBytes;
  private final Clock clock;

  AgreementController(TouchstoneSettings settings, Clock clock) {
    mostBytes = settings.largestCalculation().toBytes();
    this.clock = clock;
  }

  /** Judgements as JSON, read as they come; fastest when the task stands before them. */
  @Reach(Reach.Over.NO_PROJECT)
  @PostMapping(
      path = "/agreement",
      consumes = {"application/json", "application/*+json"})
  AgreementAnswer agreement(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = AgreementQuestion.class)))
          HttpServletRequest request,
      Caller caller)
      throws IOException {
    return inTurn(request, () -> calculator.calculate(body(request)));
  }

  /**
   * The same from CSV with the columns item, annotator and label, read as it comes.
   *
   * @param type of the task
   * @param categories the declared label set, joined by commas
   * @param scores of the categories, joined by commas
   */
  @Reach(Reach.Over.NO_PROJECT)
  @PostMapping(path = "/agreement", consumes = "text/csv")
  AgreementAnswer agreementOfSheet(
      @RequestParam Optional<String> type,
      @RequestParam Optional<List<String>> categories,
      @RequestParam Optional<List<Double>> scores,
      @RequestParam Optional<Integer> rounds,
      @RequestParam Optional<Long> seed,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    return inTurn(
        request,
        () ->
            calculator.calculate(
                new AgreementTask(type, categories, scores),
                body(request),
                new AgreementCalculator.Resampling(rounds, seed)));
  }

  /** The figures that can come out, each with its meaning, formula and source. */
  record Formulas(List<Formula> formulas) {}

  /** What each coefficient says and how it is made. */
  @Reach(Reach.Over.NO_PROJECT)
  @GetMapping("/agreement/formulas")
  Formulas formulas(Caller caller) {
    return new Formulas(Formula.ALL);
  }

  private AgreementAnswer inTurn(
      HttpServletRequest request, CalculatorQueue.Work<AgreementAnswer> work) throws IOException {
    JudgementText.requireSize(request.getContentLengthLong(), mostBytes);
    return queue.inTurn(request.getContentLengthLong(), work);
  }

  private JudgementText body(HttpServletRequest request) throws IOException {
    return new JudgementText(
        request.getInputStream(), mostBytes, clock, clock.instant().plus(LONGEST_SENDING));
  }
}
