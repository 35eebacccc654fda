package io.touchstone.quality.measurement;

import io.touchstone.quality.verdict.MoreLabels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Measure quality": agreement, gold scores and flags, and whether more labels are asked for. */
@Component("measureQualityDelegate")
class MeasureQualityDelegate implements JavaDelegate {

  private final QualityMeasurement measurement;
  private final MoreLabels moreLabels;

  MeasureQualityDelegate(QualityMeasurement measurement, MoreLabels moreLabels) {
    this.measurement = measurement;
    this.moreLabels = moreLabels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String batchId = execution.getProcessBusinessKey();
    MeasuredQuality measured = measurement.measure(batchId);
    execution.setVariables(measured.variables());
    execution.setVariable("moreLabels", moreLabels.decide(batchId, measured.wantsLabels()));
  }
}
