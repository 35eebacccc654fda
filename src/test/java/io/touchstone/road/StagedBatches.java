package io.touchstone.road;

import static java.util.stream.Collectors.joining;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.simulation.SimulatedPerson;
import io.touchstone.simulation.SimulatedTeam;
import io.touchstone.simulation.Truth;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Five batches of an installation, each of which rests in another stage and waits for people, and
 * the people who take them to their end; what happens to the installation in between is the test's.
 *
 * <p>It uses nothing that is younger than the oldest version from which the drill of the upgrade
 * may start: there this source is compiled against that version.
 */
public final class StagedBatches {

  private static final String PASSWORD = "Tarnfield-Staged-5";
  private static final String PROJECT = "staged";

  /** Nobody has its skill at first, so that its batch is held in stage 2. */
  private static final String WITHOUT_PEOPLE = "staged-without-people";

  private static final int ROWS = 40;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(100);
  private static final Hmac SEED = Hmac.of("staged".getBytes(StandardCharsets.UTF_8));

  private static final List<SimulatedPerson> ANNOTATORS =
      IntStream.rangeClosed(1, 4)
          .mapToObj(i -> new SimulatedPerson("labels" + i, "Labels " + i, 1, 15 + i))
          .toList();

  private static final List<SimulatedPerson> REVIEWER =
      List.of(new SimulatedPerson("reviews", "Reviews", 1, 20));

  private final Installation installation;
  private final SimulatedTeam team;
  private final Truth truth = new Truth(Map.of());

  private StagedBatches(Installation installation) {
    this.installation = installation;
    this.team = installation.bean(SimulatedTeam.class);
  }

  /** Arguments: a folder for the data and the projects. Prints the batch of each stage. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Installation installation = start(folder, Map.of())) {
      begin(installation).forEach((stage, id) -> System.out.println("rests " + stage + " " + id));
    }
  }

  /**
   * Starts an installation with the projects of these batches.
   *
   * @param folder of the data and the projects
   */
  public static Installation start(Path folder, Map<String, String> settings) throws IOException {
    write(folder, PROJECT);
    write(folder, WITHOUT_PEOPLE);
    Map<String, String> all = new HashMap<>(settings);
    all.put("touchstone.projects", folder.resolve("projects") + "/");
    return Installation.start(folder.resolve("data"), all);
  }

  /** Hires people and brings a batch to rest in each stage. */
  public static Map<Stage, String> begin(Installation installation) {
    StagedBatches batches = new StagedBatches(installation);
    batches.hire();
    Map<Stage, String> resting = new EnumMap<>(Stage.class);
    String release = batches.deliver(PROJECT);
    batches.until(release, Stage.RELEASE, ANNOTATORS, REVIEWER);
    resting.put(Stage.RELEASE, release);
    String quality = batches.deliver(PROJECT);
    batches.until(quality, Stage.QUALITY_ASSURANCE, ANNOTATORS);
    resting.put(Stage.QUALITY_ASSURANCE, quality);
    String annotation = batches.deliver(PROJECT);
    batches.until(annotation, Stage.ANNOTATION);
    batches.team.work(ANNOTATORS.subList(0, 1), batches.truth, SEED);
    resting.put(Stage.ANNOTATION, annotation);
    String planned = batches.deliver(WITHOUT_PEOPLE);
    batches.until(planned, Stage.TASK_CREATION);
    resting.put(Stage.TASK_CREATION, planned);
    String ingested = batches.deliver(PROJECT);
    resting.put(Stage.INGESTION, ingested);
    for (Stage stage : Stage.values()) {
      batches.awaitRest(resting.get(stage), stage);
    }
    return resting;
  }

  /**
   * Takes every batch to its end.
   *
   * @param told of each batch that has ended, with the stage in which it rested
   */
  public static void end(
      Installation installation, Map<Stage, String> resting, BiConsumer<Stage, String> told) {
    StagedBatches batches = new StagedBatches(installation);
    ANNOTATORS.forEach(person -> batches.register(person, WITHOUT_PEOPLE));
    batches.register(REVIEWER.get(0), WITHOUT_PEOPLE);
    for (Stage stage : Stage.values()) {
      batches.end(resting.get(stage));
      told.accept(stage, resting.get(stage));
    }
  }

  private void end(String batchId) {
    long begin = System.nanoTime();
    while (batch(batchId).state() != Batch.State.DONE) {
      boolean progress = team.reviewPrivacy(batchId, "officer");
      progress |= plansAgain(batchId);
      progress |= team.work(ANNOTATORS, truth, SEED) > 0;
      progress |= team.work(REVIEWER, truth, SEED) > 0;
      progress |= team.approveRelease(batchId, "approver");
      pause(progress, begin, batch(batchId));
    }
  }

  private boolean plansAgain(String batchId) {
    var held =
        installation.bean(PersonTasks.class).ofBatch(batchId).stream()
            .filter(task -> task.key().equals("resolve-held-batch"))
            .findFirst();
    boolean planned = batch(batchId).stage() == Stage.TASK_CREATION;
    held.filter(task -> planned)
        .ifPresent(
            task ->
                installation
                    .bean(PersonTasks.class)
                    .complete(
                        task.id(),
                        installation.bean(Directory.class).find("approver").orElseThrow(),
                        Map.of("decision", "repeat", "reason", "People were found.")));
    return held.isPresent() && planned;
  }

  @SafeVarargs
  private void until(String batchId, Stage stage, List<SimulatedPerson>... people) {
    long begin = System.nanoTime();
    while (batch(batchId).stage() != stage) {
      boolean progress = team.reviewPrivacy(batchId, "officer");
      for (List<SimulatedPerson> each : people) {
        progress |= team.work(each, truth, SEED) > 0;
      }
      pause(progress, begin, batch(batchId));
    }
  }

  private static final String JOBS =
      """
      select count(*) from act_ru_job j
      join act_ru_execution e on e.id_ = j.process_instance_id_
      where j.type_ = 'message' and e.business_key_ = ?
      """;

  /** No job is left to run, so that it waits for people. */
  private void awaitRest(String batchId, Stage stage) {
    long begin = System.nanoTime();
    while (installation.bean(JdbcClient.class).sql(JOBS).param(batchId).query(Long.class).single()
            > 0
        || batch(batchId).stage() != stage) {
      pause(false, begin, batch(batchId));
    }
  }

  private static void pause(boolean progress, long begin, Batch batch) {
    boolean ended = batch.state() == Batch.State.FAILED || batch.state() == Batch.State.STOPPED;
    if (ended || System.nanoTime() - begin > PATIENCE) {
      throw new AssertionError("It does not come to its end: " + batch);
    }
    if (!progress) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private Batch batch(String id) {
    return installation.bean(Batches.class).require(id);
  }

  private String deliver(String project) {
    String word = project + installation.bean(Batches.class).newest(100).size();
    return installation.deliver(
        "manager",
        PASSWORD,
        project,
        IntStream.range(0, ROWS)
            .mapToObj(i -> word + "-" + i + "," + word + " parcel " + i + " stood at the door.\n")
            .collect(joining("", "id,text\n", "")));
  }

  private void hire() {
    Directory directory = installation.bean(Directory.class);
    directory.add("manager", "Manager", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add("approver", "Approver", Optional.empty(), Set.of(Role.DATA_MANAGER));
    directory.add("officer", "Officer", Optional.empty(), Set.of(Role.PRIVACY_OFFICER));
    for (SimulatedPerson person : ANNOTATORS) {
      directory.add(person.id(), person.shownName(), Optional.empty(), Set.of(Role.ANNOTATOR));
      register(person, PROJECT);
    }
    SimulatedPerson reviewer = REVIEWER.get(0);
    directory.add(reviewer.id(), reviewer.shownName(), Optional.empty(), Set.of(Role.REVIEWER));
    register(reviewer, PROJECT);
  }

  private void register(SimulatedPerson person, String skill) {
    installation
        .bean(Workforce.class)
        .register(new Annotator(person.id(), "simulation", true, true, skills(skill)), "manager");
  }

  private static Map<String, Double> skills(String further) {
    Map<String, Double> skills = new HashMap<>();
    skills.put(PROJECT, 1.0);
    skills.put(further, 1.0);
    return skills;
  }

  private static void write(Path folder, String key) throws IOException {
    Path project = Files.createDirectories(folder.resolve("projects").resolve(key));
    Files.writeString(project.resolve("guideline.md"), "# Guideline\n\nRed or blue.\n");
    Files.writeString(
        project.resolve("project.yaml"),
        """
        key: %1$s
        name: Staged
        description: Batches that rest in a stage each.
        task: classification
        deidentification: standard
        labels:
          - {id: red, name: Red, hint: ""}
          - {id: blue, name: Blue, hint: ""}
        skill: %1$s
        annotatorsPerItem: 2
        goldShare: 0
        medianSecondsPerItem: 15
        packageMinutes: 5
        minimumSecondsPerItem: 1
        names: []
        licence: CC0-1.0
        creator: Nobody
        contact: nobody@example.org
        """
            .formatted(key));
  }
}
