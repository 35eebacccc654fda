package io.touchstone.pipeline;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.springframework.stereotype.Component;

/**
 * On the end of a gate's business rule task: keeps what was decided, on which numbers and under
 * which version of the table, and leaves one string to the process, {@code verdict}.
 */
@Component("gateListener")
class GateListener implements ExecutionListener {

  private final Batches batches;
  private final Clock clock;

  GateListener(Batches batches, Clock clock) {
    this.batches = batches;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Map<String, Object> outputs =
        ((DmnDecisionResult) execution.getVariable("decisionResult"))
            .getSingleResult()
            .getEntryMap();
    DecisionDefinition definition = definition(execution);
    GateDecision decision =
        new GateDecision(
            0,
            execution.getProcessBusinessKey(),
            Stage.of((String) execution.getVariable("stage")),
            definition.getKey(),
            definition.getVersion(),
            definition.getId(),
            inputs(execution, definition),
            (String) outputs.get("verdict"),
            (String) outputs.get("rule"),
            (String) outputs.get("because"),
            clock.instant());
    batches.decided(decision);
    execution.setVariable("verdict", decision.verdict());
  }

  private static DecisionDefinition definition(DelegateExecution execution) {
    RepositoryService repository = execution.getProcessEngineServices().getRepositoryService();
    String deployment =
        repository.getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
    String key =
        ((BusinessRuleTask) execution.getBpmnModelElementInstance()).getCamundaDecisionRef();
    return repository
        .createDecisionDefinitionQuery()
        .deploymentId(deployment)
        .decisionDefinitionKey(key)
        .singleResult();
  }

  /** The table names its inputs by process variables; each is kept under that name. */
  private static Map<String, Object> inputs(
      DelegateExecution execution, DecisionDefinition definition) {
    Decision decision =
        execution
            .getProcessEngineServices()
            .getRepositoryService()
            .getDmnModelInstance(definition.getId())
            .getModelElementById(definition.getKey());
    Map<String, Object> inputs = new TreeMap<>();
    for (Input input : ((DecisionTable) decision.getExpression()).getInputs()) {
      String variable = input.getInputExpression().getText().getTextContent();
      inputs.put(variable, execution.getVariable(variable));
    }
    return inputs;
  }
}
