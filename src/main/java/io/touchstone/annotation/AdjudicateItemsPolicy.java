package io.touchstone.annotation;

import io.touchstone.assist.Arms;
import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recordings;
import io.touchstone.tasking.WorkPackages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** "Adjudicate items", the task of reviewers. */
@Component
class AdjudicateItemsPolicy extends Submission {

  AdjudicateItemsPolicy(
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
    return "adjudicate-items";
  }
}
