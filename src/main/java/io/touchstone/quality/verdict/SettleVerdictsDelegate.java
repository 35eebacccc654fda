package io.touchstone.quality.verdict;

import io.touchstone.quality.acceptance.AcceptanceSampling;
import io.touchstone.quality.acceptance.BatchAcceptance;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Settle verdicts": what adjudicators have decided, and whether the blind sample accepts the rest.
 */
@Component("settleVerdictsDelegate")
class SettleVerdictsDelegate implements JavaDelegate {

  private final VerdictSettlement settlement;
  private final AcceptanceSampling sampling;
  private final MoreLabels moreLabels;

  SettleVerdictsDelegate(
      VerdictSettlement settlement, AcceptanceSampling sampling, MoreLabels moreLabels) {
    this.settlement = settlement;
    this.sampling = sampling;
    this.moreLabels = moreLabels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String batchId = execution.getProcessBusinessKey();
    SettledItems settled = settlement.settle(batchId);
    execution.setVariable("itemsWithoutVerdict", settled.withoutVerdict());
    execution.setVariable("adjudicatedItems", settled.adjudicated());
    BatchAcceptance acceptance = sampling.judge(batchId);
    execution.setVariables(acceptance.variables());
    execution.setVariable("moreLabels", moreLabels.decide(batchId, acceptance.wantsLabels()));
  }
}
