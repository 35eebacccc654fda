package io.touchstone.ingestion;

import io.touchstone.ingestion.item.Reconciliation;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Reconcile manifest": the counts that the gate of stage 1 looks at. */
@Component("reconcileManifestDelegate")
class ReconcileManifestDelegate implements JavaDelegate {

  private final Ingestion ingestion;

  ReconcileManifestDelegate(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Reconciliation counts = ingestion.reconcile(execution.getProcessBusinessKey());
    execution.setVariable("receivedRows", counts.received());
    execution.setVariable("okRows", counts.ok());
    execution.setVariable("rejectedRows", counts.rejected());
    execution.setVariable("duplicateRows", counts.duplicate());
    execution.setVariable("quarantinedRows", counts.quarantined());
    execution.setVariable("unreconciledRows", counts.unreconciled());
  }
}
