package io.touchstone.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts the guards and the name on every user task, so that no diagram can forget them. */
class UserTaskGuard extends AbstractBpmnParseListener {

  private final TaskListener complete;
  private final TaskListener assignment;
  private final TaskListener delete;

  UserTaskGuard(TaskListener complete, TaskListener assignment, TaskListener delete) {
    this.complete = complete;
    this.assignment = assignment;
    this.delete = delete;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addTaskListener(TaskListener.EVENTNAME_CREATE, UserTaskGuard::nameAfterBatch);
    task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, complete);
    task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assignment);
    task.addTaskListener(TaskListener.EVENTNAME_DELETE, delete);
  }

  /** A list of tasks must tell which batch each belongs to. */
  private static void nameAfterBatch(DelegateTask task) {
    task.setName(task.getName() + " · " + task.getExecution().getProcessBusinessKey());
  }
}
