package io.touchstone.release.publication;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Publish version": Git, DVC and the version's row. */
@Component("publishVersionDelegate")
class PublishVersionDelegate implements JavaDelegate {

  private final Publishing publishing;

  PublishVersionDelegate(Publishing publishing) {
    this.publishing = publishing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("datasetVersion", publishing.publish(execution.getProcessBusinessKey()));
  }
}
