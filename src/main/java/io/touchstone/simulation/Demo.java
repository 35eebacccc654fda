package io.touchstone.simulation;

import io.touchstone.health.review.HealthReviews;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Hmac;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Takes a first batch of each project all the way to a published dataset version with a simulated
 * team and leaves a second one open for real people. Goes on where a killed run stopped.
 */
@Component
@Profile("demo")
class Demo {

  private static final Logger log = LoggerFactory.getLogger(Demo.class);
  private static final int ATTEMPTS = 3;

  /**
   * What is delivered to a project.
   *
   * @param number running number of the project's deliveries, from 1
   */
  private record Delivery(String project, int number) {

    String file(String ending) {
      return "demo/" + project + "-" + number + ending;
    }
  }

  private static final List<Delivery> PUBLISHED =
      List.of(
          new Delivery("support-tickets", 1),
          new Delivery("clinic-notes", 1),
          new Delivery("incident-reports", 1));
  private static final List<Delivery> LEFT_TO_PEOPLE =
      List.of(
          new Delivery("support-tickets", 2),
          new Delivery("clinic-notes", 2),
          new Delivery("incident-reports", 2));

  /** The first guideline does not say what to do with money after an ending; the second does. */
  private static final Truth.Ambiguity LEFT_OPEN =
      new Truth.Ambiguity("billing", "cancellation", 2);

  private static final String ADDITION = "demo/guideline-addition.md";
  private static final String WHAT_CHANGED =
      "Money after an ending is Billing once the ending itself is not in doubt.";

  private final DemoPeople people;
  private final SimulatedTeam team;
  private final SimulatedOwner owner;
  private final BatchIntake intake;
  private final Batches batches;
  private final DemoReport report;
  private final SimulationRepository packages;
  private final HealthReviews health;
  private final Hmac seed;
  private final Thread thread = new Thread(this::runToItsEnd, "demo");
  private volatile boolean stopping;

  Demo(
      DemoPeople people,
      SimulatedTeam team,
      SimulatedOwner owner,
      BatchIntake intake,
      Batches batches,
      DemoReport report,
      SimulationRepository packages,
      HealthReviews health,
      TouchstoneSettings settings) {
    this.people = people;
    this.team = team;
    this.owner = owner;
    this.intake = intake;
    this.batches = batches;
    this.report = report;
    this.packages = packages;
    this.health = health;
    this.seed = Hmac.of(settings.givenSeed().orElse("touchstone").getBytes(StandardCharsets.UTF_8));
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Before the database goes: whoever is in the middle of a package takes it up at the next start.
   */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(3));
  }

  /** Each attempt goes on where the last one stopped, as a start after a kill does. */
  private void runToItsEnd() {
    for (int attempt = 1; attempt <= ATTEMPTS && !stopping; attempt++) {
      try {
        run();
        return;
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!stopping) {
          log.warn("demo_interrupted attempt={} of={}", attempt, ATTEMPTS, e);
        }
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    report.printBeginning();
    people.ensure();
    Truth truth = truth();
    List<String> published = new ArrayList<>();
    for (Delivery delivery : PUBLISHED) {
      String batchId = received(delivery);
      finish(batchId, truth);
      published.add(batchId);
    }
    if (LEFT_TO_PEOPLE.stream().allMatch(delivery -> batch(delivery).isEmpty())) {
      people.letRealPeopleIn();
    }
    List<String> open = new ArrayList<>();
    for (Delivery delivery : LEFT_TO_PEOPLE) {
      open.add(received(delivery));
    }
    for (String batchId : open) {
      labelWhatIsOpen(batchId, truth);
    }
    health.startTheFirst(DemoPeople.MANAGER);
    report.print(published, open, (System.nanoTime() - begin) / 1e9);
    keepTeamAtWork(truth);
  }

  private static Truth truth() throws IOException {
    return Truth.read(
            Stream.of(PUBLISHED, LEFT_TO_PEOPLE)
                .flatMap(List::stream)
                .map(delivery -> new ClassPathResource(delivery.file(".truth.jsonl")))
                .toArray(ClassPathResource[]::new))
        .leavingOpen(LEFT_OPEN);
  }

  /** The batch of a delivery. Its number may be higher: a killed delivery has spent one. */
  private Optional<Batch> batch(Delivery delivery) {
    return batches.newest(Integer.MAX_VALUE).stream()
        .filter(batch -> batch.submittedBy().equals(DemoPeople.MANAGER))
        .filter(batch -> batch.projectKey().equals(delivery.project()))
        .sorted(Comparator.comparing(Batch::createdAt))
        .skip(delivery.number() - 1)
        .findFirst();
  }

  private String received(Delivery delivery) throws IOException {
    Optional<Batch> known = batch(delivery);
    if (known.isPresent()) {
      return known.get().id();
    }
    try (var file = new ClassPathResource(delivery.file(".jsonl")).getInputStream()) {
      return intake.receive(
          delivery.project(),
          DemoPeople.MANAGER,
          List.of(new Source("application/x-ndjson", file)));
    }
  }

  /** Works until the batch has ended, or is held for a real person. */
  private void finish(String batchId, Truth truth) throws IOException, InterruptedException {
    SimulatedOwner.Addition addition = addition();
    for (Batch.State state = state(batchId); isMoving(state); state = state(batchId)) {
      boolean reviewed = team.reviewPrivacy(batchId, DemoPeople.OFFICER);
      int done = team.work(DemoPeople.ANNOTATORS, truth, seed);
      done += team.work(List.of(DemoPeople.ADJUDICATOR), truth, seed);
      boolean settled = team.settleTalks(DemoPeople.ANNOTATORS, DemoPeople.MANAGER);
      boolean approved = team.approveRelease(batchId, DemoPeople.APPROVER);
      boolean revised = owner.revise(batchId, DemoPeople.OWNER, addition);
      pauseUnless(reviewed || done > 0 || settled || approved || revised);
    }
  }

  private static SimulatedOwner.Addition addition() throws IOException {
    return new SimulatedOwner.Addition(
        new ClassPathResource(ADDITION).getContentAsString(StandardCharsets.UTF_8),
        WHAT_CHANGED,
        List.of(LEFT_OPEN.label(), LEFT_OPEN.mistakenFor()));
  }

  private static boolean isMoving(Batch.State state) {
    return state == Batch.State.RUNNING || state == Batch.State.WAITING;
  }

  /** Lets the simulated annotators do their part and leaves the rest to people. */
  private void labelWhatIsOpen(String batchId, Truth truth) throws InterruptedException {
    while (isMoving(state(batchId)) && !isLeftToPeople(batchId)) {
      boolean reviewed = team.reviewPrivacy(batchId, DemoPeople.OFFICER);
      pauseUnless(team.work(DemoPeople.ANNOTATORS, truth, seed) > 0 || reviewed);
    }
  }

  /** So that a batch that a visitor posts finds its simulated annotators, too. */
  private void keepTeamAtWork(Truth truth) throws InterruptedException {
    while (!stopping) {
      team.work(DemoPeople.ANNOTATORS, truth, seed);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private boolean isLeftToPeople(String batchId) {
    return batches.require(batchId).stage().ordinal() >= Stage.ANNOTATION.ordinal()
        && packages.leftToSimulatedPeople(batchId) == 0;
  }

  private Batch.State state(String batchId) {
    return batches.require(batchId).state();
  }

  private void pauseUnless(boolean progress) throws InterruptedException {
    if (stopping) {
      throw new InterruptedException("The application stops.");
    }
    if (!progress) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
