package io.touchstone.quality;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** A calculator with no state: judgements in, coefficients out. */
@Api
class AgreementController {

  private final AgreementCalculator calculator = new AgreementCalculator();

  /** Everybody who is logged in may calculate; nothing is stored or looked up. */
  @PostMapping("/agreement")
  AgreementAnswer agreement(@RequestBody AgreementCalculator.Question question, Caller caller) {
    return calculator.calculate(question);
  }

  /**
   * The same from CSV with the columns item, annotator and label, read as it comes.
   *
   * @param type of the task
   * @param categories the declared label set, joined by commas
   * @param scores of the categories, joined by commas
   */
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
    return calculator.calculate(
        new AgreementTask(type, categories, scores),
        new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8),
        new AgreementCalculator.Resampling(rounds, seed));
  }
}
