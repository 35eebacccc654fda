package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whatever door a completion comes through, the task's policy decides here. */
@Component
public class CompleteListener implements TaskListener {

  private final ObjectProvider<TaskPolicy> policies;

  CompleteListener(ObjectProvider<TaskPolicy> policies) {
    this.policies = policies;
  }

  @Override
  public void notify(DelegateTask task) {
    Authentication authentication = current(task);
    String person = authentication.getUserId();
    if (!person.equals(task.getAssignee())) {
      throw RaisedRefusal.raise(
          new Refusal(
              403,
              "not-your-task",
              "Only the person to whom this task is given can complete it. Claim it first."));
    }
    Pool.check(task, authentication);
    TaskPolicy policy = policies().get(task.getTaskDefinitionKey());
    if (policy == null) {
      throw new IllegalStateException(
          "No policy for the user task " + task.getTaskDefinitionKey() + ".");
    }
    OpenTask open =
        new OpenTask(
            task.getId(),
            task.getTaskDefinitionKey(),
            task.getExecution().getProcessBusinessKey(),
            Optional.of(person),
            task.getVariables());
    Map<String, Object> answers = CompletionAnswers.take();
    try {
      policy.complete(open, person, answers).forEach(task.getExecution()::setVariable);
    } catch (Refusal refusal) {
      throw RaisedRefusal.raise(refusal);
    }
  }

  private Map<String, TaskPolicy> policies() {
    List<TaskPolicy> all = policies.stream().toList();
    return all.stream().collect(Collectors.toMap(TaskPolicy::taskKey, Function.identity()));
  }

  private static Authentication current(DelegateTask task) {
    Authentication authentication =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      throw RaisedRefusal.raise(
          new Refusal(403, "nobody", "A person's task is completed by a person."));
    }
    return authentication;
  }
}
