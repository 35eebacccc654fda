package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.ProjectGroups;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Puts the guards, the name and the people of its project on every user task, so that no diagram
 * can forget them.
 */
@Component
public class UserTaskGuard extends AbstractBpmnParseListener {

  private final TaskListener complete;
  private final TaskListener assignment;
  private final TaskListener delete;
  private final ProjectGroups groups;

  UserTaskGuard(
      CompleteListener complete,
      AssignmentListener assignment,
      DeleteListener delete,
      ProjectGroups groups) {
    this.groups = groups;
    this.complete = complete;
    this.assignment = assignment;
    this.delete = delete;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    byProject(task.getCandidateGroupIdExpressions());
    task.addTaskListener(TaskListener.EVENTNAME_CREATE, UserTaskGuard::nameAfterBatch);
    task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, complete);
    task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assignment);
    task.addTaskListener(TaskListener.EVENTNAME_DELETE, delete);
  }

  /** Also in diagrams that were deployed before access went by project. */
  private void byProject(Set<Expression> candidates) {
    List<Expression> said = List.copyOf(candidates);
    candidates.clear();
    said.forEach(each -> candidates.add(new ProjectCandidates(each, groups)));
  }

  /** A list of tasks must tell which batch each belongs to. */
  private static void nameAfterBatch(DelegateTask task) {
    task.setName(task.getName() + " · " + task.getExecution().getProcessBusinessKey());
  }
}
