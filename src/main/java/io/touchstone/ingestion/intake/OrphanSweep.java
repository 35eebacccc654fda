package io.touchstone.ingestion.intake;

import io.touchstone.platform.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes raw objects whose delivery never became a batch: the object is written first, and the
 * transaction after it may fail. Nodes may sweep at the same time.
 */
@Component
public class OrphanSweep {

  private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
  private static final Duration AGE = Duration.ofDays(1);
  private static final int PAGE = 1_000;

  private final ObjectStore store;
  private final IntakeRepository repository;
  private final Clock clock;

  OrphanSweep(ObjectStore store, IntakeRepository repository, Clock clock) {
    this.store = store;
    this.repository = repository;
    this.clock = clock;
  }

  /** Looks at every object older than a day. */
  @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
  public void sweep() throws IOException {
    Instant before = clock.instant().minus(AGE);
    List<String> page = new ArrayList<>(PAGE);
    store.visitWrittenBefore(
        before,
        key -> {
          page.add(key);
          if (page.size() == PAGE) {
            remove(page);
          }
        });
    remove(page);
    store.removeUnfinished(before);
  }

  private void remove(List<String> page) {
    List<String> orphans = repository.withoutRow(page);
    page.clear();
    for (String key : orphans) {
      try {
        store.delete(key);
      } catch (IOException e) {
        throw new UncheckedIOException("An orphaned object could not be removed.", e);
      }
      log.info("orphan_removed object={}", key);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Schedule {}
}
