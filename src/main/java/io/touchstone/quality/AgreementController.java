package io.touchstone.quality;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** A calculator with no state: judgements in, coefficients out. */
@Api
class AgreementController {

  private final AgreementCalculator calculator = new AgreementCalculator();

  /** Everybody who is logged in may calculate; nothing is stored or looked up. */
  @PostMapping("/agreement")
  AgreementAnswer agreement(@RequestBody AgreementCalculator.Question question, Caller caller) {
    return calculator.calculate(question);
  }
}
