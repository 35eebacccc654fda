package io.touchstone.ingestion.review;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Evaluate sample": what the review shows of the whole batch. */
@Component("evaluateSampleDelegate")
class EvaluateSampleDelegate implements JavaDelegate {

  private final PrivacyReviews reviews;

  EvaluateSampleDelegate(PrivacyReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, Object> figures = reviews.figures(execution.getProcessBusinessKey()).variables();
    figures.forEach(execution::setVariable);
  }
}
