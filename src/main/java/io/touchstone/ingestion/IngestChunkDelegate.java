package io.touchstone.ingestion;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ingest chunk": the next rows of the batch's sources. */
@Component("ingestChunkDelegate")
class IngestChunkDelegate implements JavaDelegate {

  private final Ingestion ingestion;

  IngestChunkDelegate(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("moreChunks", ingestion.ingestChunk(execution.getProcessBusinessKey()));
  }
}
