package io.touchstone.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.BeanFactory;

/** The trail as it would write at another time: events of tests are this installation's too. */
public final class TrailAt {

  private TrailAt() {}

  public static AuditTrail of(BeanFactory beans, Instant at) {
    return new AuditTrail(beans.getBean(AuditRepository.class), Clock.fixed(at, ZoneOffset.UTC));
  }
}
