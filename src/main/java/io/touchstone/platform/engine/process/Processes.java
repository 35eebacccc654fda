package io.touchstone.platform.engine.process;

import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.engine.EngineRights;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/**
 * Starts processes and wakes those that wait, always with the engine's own rights: who may cause it
 * was decided before.
 */
@Service
public class Processes {

  /** The process on the wall; its business key is the batch id. */
  public static final String PIPELINE = "annotation-pipeline";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final EngineRights rights;

  Processes(
      RuntimeService runtime,
      TaskService tasks,
      RepositoryService repository,
      EngineRights rights) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.repository = repository;
    this.rights = rights;
  }

  /**
   * Starts a process of the product's latest set, whatever else the engine may have been given.
   *
   * @param businessKey id of the batch, or of what else the process is about
   */
  public void start(String processKey, String businessKey) {
    ProcessDefinition definition = definitionIn(latestSet(), processKey);
    if (definition == null) {
      throw new IllegalStateException(
          "There is no process " + processKey + " in the set that the last start has deployed.");
    }
    rights.asSystem(() -> runtime.startProcessInstanceById(definition.getId(), businessKey));
  }

  /** The deployment of the product's own that a start made last. */
  String latestSet() {
    return rights
        .asSystem(
            () ->
                repository
                    .createDeploymentQuery()
                    .deploymentName(ProcessDeployment.NAME)
                    .deploymentSource(ProcessDeployment.NAME)
                    .orderByDeploymentTime()
                    .desc()
                    .listPage(0, 1))
        .get(0)
        .getId();
  }

  /**
   * Starts a process in the deployment under which the batch began, so that a batch finishes under
   * the rules it began with.
   *
   * @return id of the new instance
   */
  public String startWithin(String batchId, String processKey, Map<String, Object> variables) {
    ProcessDefinition definition = definitionWithin(batchId, processKey);
    return rights
        .asSystem(() -> runtime.startProcessInstanceById(definition.getId(), batchId, variables))
        .getId();
  }

  /**
   * As {@link #startWithin}, for a process beside the road of the batch, with a business key of its
   * own.
   */
  public void startBeside(
      String batchId, String processKey, String businessKey, Map<String, Object> variables) {
    ProcessDefinition definition = definitionWithin(batchId, processKey);
    rights.asSystem(
        () -> runtime.startProcessInstanceById(definition.getId(), businessKey, variables));
  }

  /** Whether the deployment under which the batch runs has this process; none if it has ended. */
  public boolean knows(String batchId, String processKey) {
    return deployment(batchId)
        .filter(deployment -> definitionIn(deployment, processKey) != null)
        .isPresent();
  }

  /** Whether the pipeline of the batch has not ended. */
  public boolean runs(String batchId) {
    return deployment(batchId).isPresent();
  }

  private ProcessDefinition definitionWithin(String batchId, String processKey) {
    return definitionIn(deploymentOf(batchId), processKey);
  }

  private ProcessDefinition definitionIn(String deployment, String processKey) {
    return rights.asSystem(
        () ->
            repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(processKey)
                .singleResult());
  }

  /** The deployment under which the batch's pipeline runs. */
  String deploymentOf(String batchId) {
    return deployment(batchId)
        .orElseThrow(
            () -> new IllegalStateException("Batch " + batchId + " has no running pipeline."));
  }

  private Optional<String> deployment(String batchId) {
    return rights.asSystem(
        () ->
            Optional.ofNullable(
                    runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(batchId)
                        .processDefinitionKey(PIPELINE)
                        .singleResult())
                .map(ProcessInstance::getProcessDefinitionId)
                .map(id -> repository.getProcessDefinition(id).getDeploymentId()));
  }

  /**
   * Tells every process of the batch that waits for this message; nobody waiting is fine, the other
   * side reads the counter before it waits.
   */
  public void wake(String message, String batchId) {
    rights.asSystem(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(batchId)
                .correlateAllWithResult());
  }

  /**
   * Sends a message to the one instance in which this task waits.
   *
   * @param values codes that the message brings, by the name of the variable
   * @return whether the instance waits for such a message; if not, nothing has happened
   */
  public boolean tell(String message, String taskId, Map<String, Object> values) {
    return rights.asSystem(
        () -> {
          Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
          return task != null
              && !runtime
                  .createMessageCorrelation(message)
                  .processInstanceId(task.getProcessInstanceId())
                  .setVariables(values)
                  .correlateAllWithResult()
                  .isEmpty();
        });
  }

  /** The definition under which the batch's pipeline runs or ran. */
  public Optional<RunningVersion> version(String batchId) {
    return rights.asSystem(
        () ->
            Optional.ofNullable(
                    runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(batchId)
                        .processDefinitionKey(PIPELINE)
                        .singleResult())
                .map(instance -> repository.getProcessDefinition(instance.getProcessDefinitionId()))
                .map(this::version));
  }

  private RunningVersion version(ProcessDefinition definition) {
    return new RunningVersion(
        definition.getKey(),
        definition.getVersion(),
        Optional.ofNullable(definition.getVersionTag()).orElse(""),
        Sha256.hex(
            repository.getResourceAsStream(
                definition.getDeploymentId(), definition.getResourceName())));
  }

  /**
   * Under which version of a process something ran.
   *
   * @param sha256 of the BPMN file, hexadecimal
   */
  public record RunningVersion(String key, int version, String tag, String sha256) {}
}
