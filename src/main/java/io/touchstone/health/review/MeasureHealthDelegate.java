package io.touchstone.health.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Measure health": the four figures of every project. */
@Component("measureHealthDelegate")
class MeasureHealthDelegate implements JavaDelegate {

  private final HealthReviews reviews;

  MeasureHealthDelegate(HealthReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.measure(execution.getProcessBusinessKey());
  }
}
