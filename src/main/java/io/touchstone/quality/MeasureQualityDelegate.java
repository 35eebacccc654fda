package io.touchstone.quality;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Measure quality": agreement, gold scores and flags. */
@Component("measureQualityDelegate")
class MeasureQualityDelegate implements JavaDelegate {

  private final QualityMeasurement measurement;

  MeasureQualityDelegate(QualityMeasurement measurement) {
    this.measurement = measurement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(measurement.measure(execution.getProcessBusinessKey()).variables());
  }
}
