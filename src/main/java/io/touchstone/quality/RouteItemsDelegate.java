package io.touchstone.quality;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Route items": the majority's verdicts, and adjudication for the rest. */
@Component("routeItemsDelegate")
class RouteItemsDelegate implements JavaDelegate {

  private final VerdictSettlement settlement;

  RouteItemsDelegate(VerdictSettlement settlement) {
    this.settlement = settlement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RoutedItems routed = settlement.route(execution.getProcessBusinessKey());
    execution.setVariable("adjudicationPackages", routed.adjudicationPackages());
    execution.setVariable("unassignableItems", routed.unassignable());
  }
}
