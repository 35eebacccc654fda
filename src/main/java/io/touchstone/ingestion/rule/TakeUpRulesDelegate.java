package io.touchstone.ingestion.rule;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Take up changed rules": whether the rows are read again. */
@Component("takeUpRulesDelegate")
class TakeUpRulesDelegate implements JavaDelegate {

  private final RepeatedIngestion remaking;

  TakeUpRulesDelegate(RepeatedIngestion remaking) {
    this.remaking = remaking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    remaking.takeUpRules(execution.getProcessBusinessKey());
  }
}
