package io.touchstone.quality.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Route items": accepted, to one more annotator, or to a reviewer. */
@Component("routeItemsDelegate")
class RouteItemsDelegate implements JavaDelegate {

  private final ItemRouting routing;

  RouteItemsDelegate(ItemRouting routing) {
    this.routing = routing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    routing.route(execution.getProcessBusinessKey());
  }
}
