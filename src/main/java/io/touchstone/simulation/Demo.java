package io.touchstone.simulation;

import io.touchstone.ingestion.BatchIntake;
import io.touchstone.ingestion.Source;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Takes a first batch all the way to a published dataset version with a simulated team and leaves a
 * second one open for real people. Goes on where a killed run stopped.
 */
@Component
@Profile("demo")
class Demo {

  private static final Logger log = LoggerFactory.getLogger(Demo.class);
  private static final String PROJECT = "support-tickets";
  private static final String FIRST = PROJECT + "-1";
  private static final String SECOND = PROJECT + "-2";

  private final DemoPeople people;
  private final SimulatedTeam team;
  private final BatchIntake intake;
  private final Batches batches;
  private final DemoReport report;
  private final Hmac seed;

  Demo(
      DemoPeople people,
      SimulatedTeam team,
      BatchIntake intake,
      Batches batches,
      DemoReport report,
      TouchstoneSettings settings) {
    this.people = people;
    this.team = team;
    this.intake = intake;
    this.batches = batches;
    this.report = report;
    this.seed = Hmac.of(settings.givenSeed().orElse("touchstone").getBytes(StandardCharsets.UTF_8));
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread thread = new Thread(this::run, "demo");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      long begin = System.nanoTime();
      people.ensure();
      Truth truth =
          Truth.read(
              new ClassPathResource("demo/" + FIRST + ".truth.jsonl"),
              new ClassPathResource("demo/" + SECOND + ".truth.jsonl"));
      ensureReceived(FIRST);
      finish(FIRST, truth);
      boolean newSecond = batches.find(SECOND).isEmpty();
      if (newSecond) {
        people.letRealPeopleIn();
        ensureReceived(SECOND);
      }
      labelWhatIsOpen(SECOND, truth);
      report.print(FIRST, SECOND, (System.nanoTime() - begin) / 1e9);
      keepTeamAtWork(truth);
    } catch (IOException e) {
      log.error("demo_failed files of the demo are unreadable", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ensureReceived(String batchId) throws IOException {
    if (batches.find(batchId).isEmpty()) {
      try (var file = new ClassPathResource("demo/" + batchId + ".jsonl").getInputStream()) {
        intake.receive(
            PROJECT, DemoPeople.MANAGER, List.of(new Source("application/x-ndjson", file)));
      }
    }
  }

  /** Works until the batch has ended, or is held for a real person. */
  private void finish(String batchId, Truth truth) throws InterruptedException {
    for (Batch.State state = state(batchId); isMoving(state); state = state(batchId)) {
      int done = team.work(DemoPeople.ANNOTATORS, truth, seed);
      done += team.work(List.of(DemoPeople.ADJUDICATOR), truth, seed);
      boolean approved = team.approveRelease(batchId, DemoPeople.APPROVER);
      pauseUnless(done > 0 || approved);
    }
  }

  private static boolean isMoving(Batch.State state) {
    return state == Batch.State.RUNNING || state == Batch.State.WAITING;
  }

  /** Lets the simulated annotators do their part and leaves the rest to people. */
  private void labelWhatIsOpen(String batchId, Truth truth) throws InterruptedException {
    boolean begun = false;
    boolean finished = false;
    while (!finished && isMoving(state(batchId))) {
      int done = team.work(DemoPeople.ANNOTATORS, truth, seed);
      // A pass may begin before all packages are offered; the pass that finds nothing ends it.
      finished = done == 0 && (begun || isPastAnnotation(batchId));
      begun |= done > 0;
      pauseUnless(done > 0 || finished);
    }
  }

  /** So that a batch that a visitor posts finds its simulated annotators, too. */
  private void keepTeamAtWork(Truth truth) throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      team.work(DemoPeople.ANNOTATORS, truth, seed);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private boolean isPastAnnotation(String batchId) {
    return batches.require(batchId).stage().ordinal() > Stage.ANNOTATION.ordinal();
  }

  private Batch.State state(String batchId) {
    return batches.require(batchId).state();
  }

  private static void pauseUnless(boolean progress) throws InterruptedException {
    if (!progress) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
