package io.touchstone.quality;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Settle verdicts": what adjudicators have decided. */
@Component("settleVerdictsDelegate")
class SettleVerdictsDelegate implements JavaDelegate {

  private final VerdictSettlement settlement;

  SettleVerdictsDelegate(VerdictSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SettledItems settled = settlement.settle(execution.getProcessBusinessKey());
    execution.setVariable("itemsWithoutVerdict", settled.withoutVerdict());
    execution.setVariable("adjudicatedItems", settled.adjudicated());
  }
}
