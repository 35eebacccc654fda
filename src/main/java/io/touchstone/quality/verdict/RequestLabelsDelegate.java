package io.touchstone.quality.verdict;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ask for more labels": begins a labelling round with one more annotator per item. */
@Component("requestLabelsDelegate")
class RequestLabelsDelegate implements JavaDelegate {

  private final MoreLabels moreLabels;

  RequestLabelsDelegate(MoreLabels moreLabels) {
    this.moreLabels = moreLabels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    moreLabels.request(
        execution.getProcessBusinessKey(), (String) execution.getVariable("moreLabels"));
  }
}
