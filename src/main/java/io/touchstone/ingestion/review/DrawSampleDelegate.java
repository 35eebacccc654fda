package io.touchstone.ingestion.review;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Draw sample": which items the privacy officer looks at, if any. */
@Component("drawSampleDelegate")
class DrawSampleDelegate implements JavaDelegate {

  private final PrivacyReviews reviews;

  DrawSampleDelegate(PrivacyReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, Object> figures = reviews.draw(execution.getProcessBusinessKey()).variables();
    figures.forEach(execution::setVariable);
  }
}
