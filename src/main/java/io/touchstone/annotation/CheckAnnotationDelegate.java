package io.touchstone.annotation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check judgements": the numbers that the annotation gate reads. */
@Component("checkAnnotationDelegate")
class CheckAnnotationDelegate implements JavaDelegate {

  private final AnnotationCheck check;

  CheckAnnotationDelegate(AnnotationCheck check) {
    this.check = check;
  }

  @Override
  public void execute(DelegateExecution execution) {
    AnnotationCheck.Figures figures = check.check(execution.getProcessBusinessKey());
    execution.setVariable("missingJudgements", figures.missing());
    execution.setVariable("invalidJudgements", figures.invalid());
    execution.setVariable("tooFastPackages", figures.tooFastPackages());
    execution.setVariable("undecidedPackages", figures.undecidedPackages());
  }
}
