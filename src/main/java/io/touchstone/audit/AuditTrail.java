package io.touchstone.audit;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes audit events, in the transaction of the change they record: there is no change without its
 * event and no event without its change.
 */
@Component
public class AuditTrail {

  private final AuditRepository events;
  private final Clock clock;

  AuditTrail(AuditRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records what happened.
   *
   * @param actor user id, or {@link #SYSTEM}
   * @param action past participle in snake case, "batch_received"
   * @param object kind and id, "batch:support-tickets-1"
   * @param details ids, codes and counts only, never text
   */
  public void record(String actor, String action, String object, Map<String, ?> details) {
    events.insert(clock.instant(), actor, action, object, details);
  }

  /** As {@link #record}, with a person's reason in free text, kept where it can be erased. */
  public void recordWithReason(
      String actor, String action, String object, Map<String, ?> details, String reason) {
    long seq = events.insert(clock.instant(), actor, action, object, details);
    events.insertReason(seq, reason);
  }

  /** Actor of what no person did. */
  public static final String SYSTEM = "system";
}
