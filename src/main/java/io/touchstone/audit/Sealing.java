package io.touchstone.audit;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals what has happened, every few seconds; nodes take turns. */
@Component
class Sealing {

  private final AuditChain chain;

  Sealing(AuditChain chain) {
    this.chain = chain;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void sealAll() {
    while (chain.seal().isPresent()) {
      // Until nothing waits.
    }
  }
}
