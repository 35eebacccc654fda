package io.touchstone.release.build;

import io.touchstone.platform.engine.process.ProcessSet;
import io.touchstone.platform.engine.process.ProcessSets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.version.DatasetVersion;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Build dataset version": the draft of the batch's version. */
@Component("buildVersionDelegate")
class BuildVersionDelegate implements JavaDelegate {

  private final DatasetBuilder builder;
  private final Processes processes;
  private final ProcessSets sets;

  BuildVersionDelegate(DatasetBuilder builder, Processes processes, ProcessSets sets) {
    this.builder = builder;
    this.processes = processes;
    this.sets = sets;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String batchId = execution.getProcessBusinessKey();
    DatasetVersion draft = builder.build(batchId, pipelineOf(batchId));
    execution.setVariable("records", draft.records());
    execution.setVariable("datasetVersion", draft.version());
  }

  /** The stages' processes are in the same deployment, so the set that it names stands for all. */
  private ProcessOrigin pipelineOf(String batchId) {
    Processes.RunningVersion version =
        processes
            .version(batchId)
            .orElseThrow(
                () -> new IllegalStateException("Batch " + batchId + " has no running pipeline."));
    return new ProcessOrigin(
        version.key(),
        version.version(),
        version.sha256(),
        batchId,
        sets.ofBatch(batchId).map(ProcessSet::sha256));
  }
}
