package io.touchstone.health.review;

import io.touchstone.audit.AuditTrail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Begin review": one asked for by hand is begun already, the timer begins its own. */
@Component("beginHealthReviewDelegate")
class BeginHealthReviewDelegate implements JavaDelegate {

  private final HealthReviews reviews;

  BeginHealthReviewDelegate(HealthReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean byTimer = execution.getProcessBusinessKey() == null;
    if (byTimer) {
      reviews.begin(AuditTrail.SYSTEM).ifPresent(execution::setProcessBusinessKey);
    }
    execution.setVariable("begun", execution.getProcessBusinessKey() != null);
  }
}
