package io.touchstone.release;

import io.touchstone.release.format.Digests;
import io.touchstone.release.format.ProcessOrigin;
import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** "Build dataset version": the draft of the batch's version. */
@Component("buildVersionDelegate")
class BuildVersionDelegate implements JavaDelegate {

  private final DatasetBuilder builder;
  private final RepositoryService repository;

  BuildVersionDelegate(DatasetBuilder builder, RepositoryService repository) {
    this.builder = builder;
    this.repository = repository;
  }

  @Override
  public void execute(DelegateExecution execution) throws IOException {
    DatasetVersion draft = builder.build(execution.getProcessBusinessKey(), pipelineOf(execution));
    execution.setVariable("records", draft.records());
    execution.setVariable("datasetVersion", draft.version());
  }

  /** The process at the top: the stages' processes are in the same deployment. */
  private ProcessOrigin pipelineOf(DelegateExecution execution) throws IOException {
    DelegateExecution top = execution.getProcessInstance();
    while (top.getSuperExecution() != null) {
      top = top.getSuperExecution().getProcessInstance();
    }
    ProcessDefinition definition = repository.getProcessDefinition(top.getProcessDefinitionId());
    try (InputStream model = repository.getProcessModel(definition.getId())) {
      return new ProcessOrigin(
          definition.getKey(),
          definition.getVersion(),
          Digests.sha256Hex(model.readAllBytes()),
          execution.getProcessBusinessKey());
    }
  }
}
