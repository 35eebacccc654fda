package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Nobody claims a task for another; the process itself and administrators may assign. */
@Component
public class AssignmentListener implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Authentication authentication =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      return;
    }
    if (task.getAssignee() != null) {
      Pool.check(task, authentication);
    }
    boolean own = authentication.getUserId().equals(task.getAssignee());
    if (!own && !isAdministrator(authentication)) {
      throw RaisedRefusal.raise(
          new Refusal(403, "not-for-others", "You can take a task for yourself only."));
    }
  }

  static boolean isAdministrator(Authentication authentication) {
    return authentication.getGroupIds() != null
        && authentication.getGroupIds().contains(Role.ADMINISTRATOR.group());
  }
}
