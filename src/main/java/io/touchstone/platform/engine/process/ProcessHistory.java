package io.touchstone.platform.engine.process;

import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricActivityInstanceQuery;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;

/**
 * What the engine remembers of a batch, running or finished; read with the engine's own rights: who
 * may see it was decided before.
 */
@Service
public class ProcessHistory {

  /** A run with more steps is a loop; its first ones show how it went. */
  private static final int STEPS_SHOWN = 500;

  private final HistoryService history;
  private final RepositoryService repository;
  private final EngineRights rights;

  ProcessHistory(HistoryService history, RepositoryService repository, EngineRights rights) {
    this.history = history;
    this.repository = repository;
    this.rights = rights;
  }

  /** The batch's pipeline and every process it called, each before those it called. */
  public List<WalkedProcess> path(String batchId) {
    return rights.asSystem(
        () -> {
          List<WalkedProcess> path = new ArrayList<>();
          pipeline(batchId).ifPresent(run -> walk(run, path));
          return path;
        });
  }

  /** The version under which the batch's pipeline runs or ran; empty if the engine has no trace. */
  public Optional<ProcessVersion> pipelineVersion(String batchId) {
    return rights.asSystem(
        () -> pipeline(batchId).map(run -> version(run.getProcessDefinitionId())));
  }

  /** A decision table in the version that the batch uses; empty if there is none of that key. */
  public Optional<String> tableOf(String batchId, String decisionKey) {
    return rights.asSystem(
        () ->
            pipeline(batchId)
                .map(run -> repository.getProcessDefinition(run.getProcessDefinitionId()))
                .map(
                    definition ->
                        repository
                            .createDecisionDefinitionQuery()
                            .deploymentId(definition.getDeploymentId())
                            .decisionDefinitionKey(decisionKey)
                            .singleResult())
                .map(DecisionDefinition::getId));
  }

  /** The BPMN file of a process, as it was deployed. */
  public String bpmn(String definitionId) {
    return rights.asSystem(
        () -> {
          ProcessDefinition definition =
              repository
                  .createProcessDefinitionQuery()
                  .processDefinitionId(definitionId)
                  .singleResult();
          if (definition == null) {
            throw new Refusal(404, "unknown-process", "There is no process with that id.");
          }
          return new String(
              bytes(definition.getDeploymentId(), definition.getResourceName()),
              StandardCharsets.UTF_8);
        });
  }

  /** A decision table, as it was deployed. */
  public TableVersion table(String definitionId) {
    return rights.asSystem(
        () -> {
          DecisionDefinition definition =
              repository
                  .createDecisionDefinitionQuery()
                  .decisionDefinitionId(definitionId)
                  .singleResult();
          if (definition == null) {
            throw new Refusal(404, "unknown-table", "There is no decision table with that id.");
          }
          return TableReading.of(
              definition,
              repository.getDmnModelInstance(definitionId),
              deployedAt(definition.getDeploymentId()),
              Sha256.hex(bytes(definition.getDeploymentId(), definition.getResourceName())));
        });
  }

  private Optional<HistoricProcessInstance> pipeline(String batchId) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(batchId)
        .processDefinitionKey(Processes.PIPELINE)
        .orderByProcessInstanceStartTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst();
  }

  private void walk(HistoricProcessInstance run, List<WalkedProcess> path) {
    path.add(walked(run));
    history
        .createHistoricProcessInstanceQuery()
        .superProcessInstanceId(run.getId())
        .orderByProcessInstanceStartTime()
        .asc()
        .list()
        .forEach(called -> walk(called, path));
  }

  private WalkedProcess walked(HistoricProcessInstance run) {
    HistoricActivityInstanceQuery steps =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(run.getId())
            .orderPartiallyByOccurrence()
            .asc();
    List<WalkedProcess.WalkedStep> shown =
        steps.listPage(0, STEPS_SHOWN).stream().map(ProcessHistory::step).toList();
    long leftOut = shown.size() < STEPS_SHOWN ? 0 : steps.count() - STEPS_SHOWN;
    return new WalkedProcess(
        run.getId(),
        Optional.ofNullable(run.getSuperProcessInstanceId()),
        version(run.getProcessDefinitionId()),
        run.getStartTime().toInstant(),
        Optional.ofNullable(run.getEndTime()).map(Date::toInstant),
        shown,
        leftOut);
  }

  private static WalkedProcess.WalkedStep step(HistoricActivityInstance step) {
    return new WalkedProcess.WalkedStep(
        step.getActivityId(),
        Optional.ofNullable(step.getActivityName()).orElse(step.getActivityId()),
        step.getActivityType(),
        step.getStartTime().toInstant(),
        Optional.ofNullable(step.getEndTime()).map(Date::toInstant),
        Optional.ofNullable(step.getAssignee()),
        Optional.ofNullable(step.getCalledProcessInstanceId()),
        step.isCanceled());
  }

  private ProcessVersion version(String definitionId) {
    ProcessDefinition definition = repository.getProcessDefinition(definitionId);
    return new ProcessVersion(
        definition.getId(),
        definition.getKey(),
        Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
        definition.getVersion(),
        Optional.ofNullable(definition.getVersionTag()),
        definition.getDeploymentId(),
        deployedAt(definition.getDeploymentId()),
        Sha256.hex(bytes(definition.getDeploymentId(), definition.getResourceName())));
  }

  private Instant deployedAt(String deploymentId) {
    return repository
        .createDeploymentQuery()
        .deploymentId(deploymentId)
        .singleResult()
        .getDeploymentTime()
        .toInstant();
  }

  private byte[] bytes(String deploymentId, String resource) {
    try (InputStream stream = repository.getResourceAsStream(deploymentId, resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
