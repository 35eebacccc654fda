package io.touchstone.health.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Close review": seals what was measured and decided. */
@Component("closeReviewDelegate")
class CloseReviewDelegate implements JavaDelegate {

  private final HealthReviews reviews;

  CloseReviewDelegate(HealthReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.close(execution.getProcessBusinessKey());
  }
}
