package io.touchstone.release.roundtrip;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check round trip": the inputs of the release gate. */
@Component("checkRoundTripDelegate")
class CheckRoundTripDelegate implements JavaDelegate {

  private final RoundTripCheck check;

  CheckRoundTripDelegate(RoundTripCheck check) {
    this.check = check;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RoundTrip outcome = check.check(execution.getProcessBusinessKey());
    execution.setVariable("roundTripExact", outcome.exact());
    execution.setVariable("checksumsMatch", outcome.checksumsMatch());
    execution.setVariable("leakingRecords", outcome.leakingRecords());
  }
}
