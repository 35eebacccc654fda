package io.touchstone.platform.engine.process;

import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.engine.code.NamedCode;
import io.touchstone.platform.engine.code.TableEngine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Service;

/**
 * Evaluates the tables that run per item or per person, in the version that the batch began with
 * and without a row of engine history for each.
 */
@Service
public class DecisionTables {

  private final RepositoryService repository;
  private final Processes processes;
  private final EngineRights rights;
  private final DmnEngine engine;
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  DecisionTables(
      RepositoryService repository, Processes processes, EngineRights rights, NamedCode code) {
    this.engine = TableEngine.of(code);
    this.repository = repository;
    this.processes = processes;
    this.rights = rights;
  }

  /**
   * The outputs of the one rule that fires.
   *
   * @throws IllegalStateException if no rule or several fire: each table must catch the rest
   */
  public Map<String, Object> evaluate(
      String batchId, String decisionKey, Map<String, Object> inputs) {
    return evaluate(definition(batchId, decisionKey), inputs);
  }

  /**
   * A table in the version that the batch began with, to be asked many times: the batch is looked
   * up only once.
   */
  public UnaryOperator<Map<String, Object>> of(String batchId, String decisionKey) {
    DecisionDefinition definition = definition(batchId, decisionKey);
    return inputs -> evaluate(definition, inputs);
  }

  /**
   * As {@link #of}; empty if the set of processes that the batch began with has no such table, as
   * one that is older than the table.
   */
  public Optional<UnaryOperator<Map<String, Object>>> find(String batchId, String decisionKey) {
    return Optional.ofNullable(query(processes.deploymentOf(batchId), decisionKey))
        .<UnaryOperator<Map<String, Object>>>map(
            definition -> inputs -> evaluate(definition, inputs));
  }

  /**
   * As {@link #evaluate}, in the version that belongs to a process definition: for processes that
   * run beside the road of a batch.
   */
  public Map<String, Object> evaluateBeside(
      String processDefinitionId, String decisionKey, Map<String, Object> inputs) {
    return evaluate(definitionBeside(processDefinitionId, decisionKey), inputs);
  }

  /**
   * As {@link #evaluate}, for what concerns people and no batch: the table of the set under which
   * new batches begin.
   */
  public Map<String, Object> evaluateNewest(String decisionKey, Map<String, Object> inputs) {
    return evaluate(definitionIn(processes.latestSet(), decisionKey), inputs);
  }

  /** As {@link #evaluateNewest}; empty if that set of processes has no such table. */
  public Optional<UnaryOperator<Map<String, Object>>> findNewest(String decisionKey) {
    return Optional.ofNullable(query(processes.latestSet(), decisionKey))
        .<UnaryOperator<Map<String, Object>>>map(
            definition -> inputs -> evaluate(definition, inputs));
  }

  private Map<String, Object> evaluate(DecisionDefinition definition, Map<String, Object> inputs) {
    DmnDecision decision = parsed.computeIfAbsent(definition.getId(), id -> parse(definition));
    DmnDecisionTableResult result = engine.evaluateDecisionTable(decision, inputs);
    if (result.size() != 1) {
      throw new IllegalStateException(
          "Decision table "
              + definition.getKey()
              + " answered with "
              + result.size()
              + " rules instead of one. Its last row must catch the rest.");
    }
    return Map.copyOf(result.getSingleResult().getEntryMap());
  }

  /** The engine's version number of the table as this batch uses it. */
  public int version(String batchId, String decisionKey) {
    return definition(batchId, decisionKey).getVersion();
  }

  /** The engine's version number of the table that belongs to a process definition. */
  public int versionBeside(String processDefinitionId, String decisionKey) {
    return definitionBeside(processDefinitionId, decisionKey).getVersion();
  }

  private DecisionDefinition definition(String batchId, String decisionKey) {
    return definitionIn(processes.deploymentOf(batchId), decisionKey);
  }

  private DecisionDefinition definitionBeside(String processDefinitionId, String decisionKey) {
    String deployment =
        rights.asSystem(
            () -> repository.getProcessDefinition(processDefinitionId).getDeploymentId());
    return definitionIn(deployment, decisionKey);
  }

  private DecisionDefinition definitionIn(String deployment, String decisionKey) {
    return found(decisionKey, query(deployment, decisionKey));
  }

  private DecisionDefinition query(String deployment, String decisionKey) {
    return rights.asSystem(
        () ->
            repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decisionKey)
                .singleResult());
  }

  private static DecisionDefinition found(String decisionKey, DecisionDefinition definition) {
    if (definition == null) {
      throw new IllegalStateException("There is no decision table " + decisionKey + ".");
    }
    return definition;
  }

  /** Whoever happens to be the first to ask need not have the right to read deployments. */
  private DmnDecision parse(DecisionDefinition definition) {
    return engine.parseDecision(
        definition.getKey(),
        rights.asSystem(
            () ->
                repository.getResourceAsStream(
                    definition.getDeploymentId(), definition.getResourceName())));
  }
}
