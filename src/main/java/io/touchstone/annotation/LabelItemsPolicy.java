package io.touchstone.annotation;

import io.touchstone.assist.Arms;
import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recordings;
import io.touchstone.tasking.WorkPackages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** "Label items", the task of annotators. */
@Component
class LabelItemsPolicy extends Submission {

  LabelItemsPolicy(
      WorkPackages packages,
      WorkRepository work,
      Arms arms,
      Recordings recordings,
      AuditTrail audit,
      Clock clock) {
    super(packages, work, arms, recordings, audit, clock);
  }

  @Override
  public String taskKey() {
    return "label-items";
  }
}
