package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.web.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * A task also ends by a BPMN error, an escalation or the deletion of its instance, and the complete
 * listener sees none of these: a person other than an administrator may cause none of them.
 */
@Component
public class DeleteListener implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Authentication authentication =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      return;
    }
    if (!AssignmentListener.isAdministrator(authentication)) {
      throw RaisedRefusal.raise(
          new Refusal(
              403,
              "not-by-this-way",
              "A task ends by completing it in its form, in no other way."));
    }
  }
}
