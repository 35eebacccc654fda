package io.touchstone.platform.engine.doors;

import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * A process with all the ways by which a task could be ended from outside, and what can be seen of
 * it from inside.
 */
final class ProbeProcess {

  static final String KEY = "doors-probe";

  private final ProcessEngine engine;
  private String deployment;

  ProbeProcess(ProcessEngine engine) {
    this.engine = engine;
  }

  void deploy() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(KEY)
            .camundaHistoryTimeToLive(30)
            .startEvent()
            .userTask("label-items")
            .camundaCandidateGroups("annotator")
            .endEvent()
            .moveToActivity("label-items")
            .boundaryEvent("broken")
            .error("broken")
            .endEvent()
            .moveToActivity("label-items")
            .boundaryEvent("escalated")
            .escalation("escalated")
            .endEvent()
            .moveToActivity("label-items")
            .boundaryEvent("signalled")
            .signal("doors-probe-signal")
            .endEvent()
            .moveToActivity("label-items")
            .boundaryEvent("messaged")
            .message("doors-probe-message")
            .endEvent()
            .done();
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name(KEY)
            .addModelInstance(KEY + ".bpmn", model)
            .deploy()
            .getId();
  }

  void remove() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  void stopAll() {
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(KEY)
        .list()
        .forEach(
            instance ->
                engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test is over"));
  }

  /** A new instance; its task lies in the annotators' pool. */
  Task start() {
    ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey(KEY, KEY);
    engine.getRuntimeService().setVariable(instance.getId(), "secret", "gold");
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  /** A new instance whose task somebody has taken. */
  Task startFor(String user) {
    Task task = start();
    engine.getTaskService().claim(task.getId(), user);
    return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
  }

  /** Everything that a forbidden call could change, as text. */
  String state() {
    List<Task> tasks = engine.getTaskService().createTaskQuery().processDefinitionKey(KEY).list();
    TreeSet<String> lines = new TreeSet<>();
    for (Task task : tasks) {
      lines.add(
          String.join(
              " ",
              "task",
              task.getId(),
              task.getName() + "",
              task.getAssignee() + "",
              task.getOwner() + "",
              task.getDelegationState() + "",
              task.getPriority() + "",
              task.getDueDate() + "",
              "suspended=" + task.isSuspended(),
              engine.getTaskService().getVariables(task.getId()).toString(),
              "links=" + engine.getTaskService().getIdentityLinksForTask(task.getId()).size(),
              "comments=" + engine.getTaskService().getTaskComments(task.getId()).size()));
    }
    lines.add("all tasks " + engine.getTaskService().createTaskQuery().count());
    lines.add("instances " + engine.getRuntimeService().createProcessInstanceQuery().count());
    lines.add("deployments " + engine.getRepositoryService().createDeploymentQuery().count());
    lines.add("users " + engine.getIdentityService().createUserQuery().count());
    lines.add("groups " + engine.getIdentityService().createGroupQuery().count());
    lines.add("rights " + engine.getAuthorizationService().createAuthorizationQuery().count());
    lines.add("filters " + engine.getFilterService().createFilterQuery().count());
    lines.add("jobs " + engine.getManagementService().createJobQuery().count());
    engine
        .getIdentityService()
        .createUserQuery()
        .list()
        .forEach(user -> lines.add("user " + user.getId() + " " + user.getFirstName()));
    return String.join("\n", lines);
  }
}
