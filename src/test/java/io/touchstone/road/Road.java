package io.touchstone.road;

import static java.util.stream.Collectors.joining;

import io.touchstone.RunningTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.review.PrivacyReviewDesk;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.GateDecision;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Guidelines;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.TestProjects;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.reassignment.Absences;
import io.touchstone.tasking.reassignment.PackageReturns;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The road of one project and its latest batch, as a test speaks of it: people arrive, rows are
 * received, jobs run until the batch rests, people answer.
 */
public final class Road {

  private static final double HUMAN_PACE = 12;

  private final BeanFactory beans;
  private final String project;
  private final String suffix;
  private final EngineRoom engine;
  private final Map<String, Caller> people = new LinkedHashMap<>();
  private final AtomicInteger submits = new AtomicInteger();
  private String batch;
  private boolean officerAway;
  private boolean reviewers;
  private boolean blindByHand;

  private Road(BeanFactory beans, Consumer<String> project) {
    this(beans, "road-" + RunningTest.nextNumber(), project);
  }

  private Road(BeanFactory beans, String key, Consumer<String> project) {
    this.beans = beans;
    this.project = key;
    this.suffix = key.replaceAll("road-|\\W", "");
    this.engine = new EngineRoom(beans);
    project.accept(this.project);
    person("mia", Role.DATA_MANAGER);
    person("tom", Role.DATA_MANAGER);
    person("pia", Role.PRIVACY_OFFICER);
  }

  /**
   * A road with a project of its own and two data managers, mia submits and tom decides, and a
   * privacy officer, pia, who finds every text clean.
   */
  public static Road of(BeanFactory beans, TestProjects.Options options) {
    return new Road(beans, key -> TestProjects.store(beans, key, options));
  }

  /**
   * As {@link #of}, under a key that no other test uses: keys, ids and draws, which come from it,
   * are the same in whatever order tests run.
   */
  public static Road named(BeanFactory beans, String key, TestProjects.Options options) {
    return new Road(beans, key, project -> TestProjects.store(beans, project, options));
  }

  /** As {@link #named}, in a project with these settings; its skill is its key. */
  public static Road named(BeanFactory beans, ProjectSettings settings, String guideline) {
    return new Road(beans, settings.key(), key -> TestProjects.store(beans, settings, guideline));
  }

  /** As {@link #of}, in a project of one person per item with so many labels. */
  public static Road ofManyLabels(BeanFactory beans, int labels) {
    return new Road(beans, key -> TestProjects.storeManyLabels(beans, key, labels));
  }

  /**
   * As {@link #of}, in a project where drugs and doses are marked.
   *
   * @param gold known answers, each written as {@link MarkedText}
   */
  public static Road ofSpans(BeanFactory beans, TestProjects.Options options, String... gold) {
    return new Road(beans, key -> TestProjects.storeSpans(beans, key, options, false, gold));
  }

  /** What somebody says of a text. */
  @FunctionalInterface
  public interface Answers {
    String of(String person, String text);
  }

  /** Everybody gives the label that the text names first, red of a picture. */
  public static final Answers RIGHT =
      (person, text) -> text.isEmpty() || text.startsWith("Known") ? "red" : text.split(" ")[0];

  /** What somebody marks in a text. */
  @FunctionalInterface
  public interface Marks {
    List<Span> of(String person, String text);
  }

  public String project() {
    return project;
  }

  public String batchId() {
    return batch;
  }

  // People

  private Caller person(String name, Role role) {
    return person(name, role, Optional.empty());
  }

  private Caller person(String name, Role role, Optional<String> password) {
    String id = name + suffix;
    beans.getBean(Directory.class).add(id, name, password, Set.of(role));
    Caller caller = new Caller(id, Set.of(role));
    people.put(name, caller);
    return caller;
  }

  public Caller person(String name) {
    return people.get(name);
  }

  public Road annotators(String... names) {
    return workers(Role.ANNOTATOR, names);
  }

  public Road reviewers(String... names) {
    reviewers = true;
    return workers(Role.REVIEWER, names);
  }

  /** Annotators who may review, too. */
  public Road alsoReviewers(String... names) {
    reviewers = true;
    for (String name : names) {
      beans
          .getBean(Directory.class)
          .add(person(name).id(), name, Optional.empty(), Set.of(Role.REVIEWER));
    }
    return this;
  }

  public Road guidelineOwners(String... names) {
    for (String name : names) {
      person(name, Role.GUIDELINE_OWNER);
    }
    return this;
  }

  public Road dataManagers(String... names) {
    for (String name : names) {
      person(name, Role.DATA_MANAGER);
    }
    return this;
  }

  private Road workers(Role role, String... names) {
    for (String name : names) {
      register(person(name, role));
    }
    return this;
  }

  /** An annotator who logs in. */
  public Road annotator(String name, String password) {
    register(person(name, Role.ANNOTATOR, Optional.of(password)));
    return this;
  }

  /** Annotators whom the simulation speaks for: limits of the clock on the wall are for people. */
  public Road simulatedAnnotators(String... names) {
    return simulated(Role.ANNOTATOR, names);
  }

  /** Reviewers whom the simulation speaks for. */
  public Road simulatedReviewers(String... names) {
    reviewers = true;
    return simulated(Role.REVIEWER, names);
  }

  private Road simulated(Role role, String... names) {
    for (String name : names) {
      register(person(name, role), true);
    }
    return this;
  }

  private void register(Caller person) {
    register(person, false);
  }

  private void register(Caller person, boolean simulated) {
    beans
        .getBean(Workforce.class)
        .register(
            new Annotator(person.id(), "invented", true, simulated, Map.of(project, 1.0)), "test");
  }

  // Rows

  /** So many different texts, "red thing 1", "blue thing 2" and so on. */
  public Road receiveThings(int count) {
    return receive(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> (i % 2 == 0 ? "blue" : "red") + " thing " + i)
            .toArray(String[]::new));
  }

  /** Rows with these texts, received from mia. */
  public Road receive(String... texts) {
    AtomicInteger row = new AtomicInteger();
    return receiveLines(
        Stream.of(texts)
            .map(text -> "{\"id\": \"r" + row.incrementAndGet() + "\", \"text\": \"" + text + "\"}")
            .collect(joining("\n", "", "\n")));
  }

  /** A JSON Lines file, received from mia. */
  public Road receiveLines(String lines) {
    batch =
        beans
            .getBean(BatchIntake.class)
            .receive(
                project,
                person("mia").id(),
                List.of(
                    new Source(
                        "application/x-ndjson",
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))));
    return this;
  }

  /** From here on, of a batch that somebody started by other means. */
  public Road goesOnWith(String batchId) {
    batch = batchId;
    return this;
  }

  // Jobs

  public EngineRoom engine() {
    return engine;
  }

  /**
   * Runs jobs until the batch waits for people or has ended; pia reviews in between, unless she is
   * away, and reviewers look at blind samples of classes, quinn where a test names no reviewer.
   */
  public Road untilItRests() {
    if (!reviewers) {
      reviewers("quinn");
    }
    do {
      engine.runJobs(batch);
    } while (privacyIsReviewed() || blindSampleIsReviewed());
    return this;
  }

  private boolean privacyIsReviewed() {
    if (officerAway || privacyReview().isEmpty()) {
      return false;
    }
    everyTextIsClean();
    return true;
  }

  // Blind samples

  /** From now on the test itself speaks for reviewers who see no labels. */
  public Road blindByHand() {
    blindByHand = true;
    return this;
  }

  /** From the first, there is nobody who reviews. */
  public Road nobodyReviews() {
    reviewers = true;
    return this;
  }

  private static final String BLIND =
      """
      select p.annotator_id from touchstone.work_package p
      join touchstone.batch b on b.id = p.batch_id
      join touchstone.project_version r
        on r.project_key = b.project_key and r.version = b.project_version
      where p.batch_id = ? and p.mode = 'blind' and p.state = 'open'
        and r.settings ->> 'task' = 'CLASSIFICATION'
      """;

  private boolean blindSampleIsReviewed() {
    if (blindByHand) {
      return false;
    }
    List<String> ids =
        beans.getBean(JdbcClient.class).sql(BLIND).param(batch).query(String.class).list();
    for (String id : ids) {
      String name = id.substring(0, id.length() - suffix.length());
      Work work = workOf(name).orElseThrow();
      draft(name, work, RIGHT, HUMAN_PACE);
      submit(name, work);
    }
    return !ids.isEmpty();
  }

  // Privacy

  /** From now on the test itself speaks for pia. */
  public Road officerAway() {
    officerAway = true;
    return this;
  }

  /** The task in which a sample waits for pia. */
  public Optional<OpenTask> privacyReview() {
    return openTasks().stream()
        .filter(task -> task.key().equals("review-privacy-sample"))
        .findFirst();
  }

  /** What pia sees. */
  public PrivacyReviewDesk.Review sample() {
    return officer().open(privacyReview().orElseThrow().id());
  }

  /** Pia finds nothing in the sample and submits. */
  public Road everyTextIsClean() {
    return reviewed("");
  }

  /**
   * Pia marks a string as a missed name wherever it first stands in an item of the sample, and
   * every invented leak, finds the other items clean and submits.
   *
   * @param missed empty for nothing
   */
  public Road reviewed(String missed) {
    return reviewed(missed, Integer.MAX_VALUE);
  }

  /** As {@link #reviewed(String)}, but Pia sees only so many of the invented leaks. */
  public Road reviewed(String missed, int plantsSeen) {
    officer().review(batch, privacyReview().orElseThrow().id(), missed, plantsSeen);
    return this;
  }

  /** The invented leaks on the batch's sheets, by the ids of their copies. */
  public Map<String, String> planted() {
    return officer().planted(batch);
  }

  private PrivacyOfficer officer() {
    return new PrivacyOfficer(beans, person("pia"));
  }

  /** Runs jobs until the one before this activity is the only one left. */
  public Road untilJobAt(String activityId) {
    engine.runJobsUpTo(batch, activityId);
    while (!officerAway && privacyReview().isPresent()) {
      everyTextIsClean();
      engine.runJobsUpTo(batch, activityId);
    }
    if (engine.jobsAt(batch, activityId).size() != 1) {
      throw new AssertionError("No job waits before " + activityId);
    }
    return this;
  }

  // People's work

  /** The person's open package. */
  public Optional<Work> workOf(String name) {
    return beans.getBean(WorkDesk.class).next(person(name));
  }

  /** The person saves a draft of every item of a package, at a human pace. */
  public void draft(String name, Work work, Answers answers) {
    draft(name, work, answers, HUMAN_PACE);
  }

  private void draft(String name, Work work, Answers answers, double activeSeconds) {
    for (Work.WorkItem item : work.items()) {
      beans
          .getBean(WorkDesk.class)
          .saveDraft(
              person(name),
              work.packageId(),
              item.assignment(),
              item.draft().map(Work.Draft::version).orElse(0),
              WorkDesk.Said.of(new ClassLabel(answers.of(name, item.text()))),
              activeSeconds);
    }
  }

  /** The person marks all packages, one after the other, at a human pace. */
  public Road marks(String name, Marks marks) {
    return answers(name, text -> new SpanSet(marks.of(name, text)));
  }

  /** The person answers all packages, one after the other, at a human pace. */
  public Road answers(String name, Function<String, Answer> answers) {
    for (Optional<Work> work = workOf(name); work.isPresent(); work = workOf(name)) {
      for (Work.WorkItem item : work.get().items()) {
        beans
            .getBean(WorkDesk.class)
            .saveDraft(
                person(name),
                work.get().packageId(),
                item.assignment(),
                item.draft().map(Work.Draft::version).orElse(0),
                WorkDesk.Said.of(answers.apply(item.text())).noting("It is too blurred."),
                HUMAN_PACE);
      }
      submit(name, work.get());
    }
    return this;
  }

  /** The package has been open for as long as the person has been at work on it, item by item. */
  public WorkDesk.Submitted submit(String name, Work work) {
    timePasses(work);
    answersComeOneByOne(work);
    return submitAtOnce(name, work);
  }

  /**
   * As {@link #submit}, after a lost connection: the answers lay in the browser and came at once.
   */
  public WorkDesk.Submitted submitAfterLostConnection(String name, Work work) {
    timePasses(work);
    return submitAtOnce(name, work);
  }

  /** Whatever packages of the batch are open have been so for an hour longer. */
  public Road anHourPasses() {
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            update touchstone.work_package set opened_at = opened_at - interval '1 hour'
            where batch_id = ? and state = 'open'
            """)
        .param(batch)
        .update();
    return this;
  }

  private void timePasses(Work work) {
    JdbcClient database = beans.getBean(JdbcClient.class);
    database
        .sql(
            """
            update touchstone.work_package p set opened_at = p.opened_at - interval '1 second' * (
              select coalesce(sum(d.active_seconds), 0) from touchstone.draft d
              join touchstone.assignment a on a.id = d.assignment_id
              where a.work_package_id = p.id)
            where p.id = ?
            """)
        .param(work.packageId())
        .update();
  }

  private void answersComeOneByOne(Work work) {
    JdbcClient database = beans.getBean(JdbcClient.class);
    database
        .sql(
            """
            update touchstone.draft d set first_saved_at = came.at
            from (select a.id, p.opened_at + interval '1 second'
                           * sum(d.active_seconds) over (order by a.position) as at
                  from touchstone.work_package p
                  join touchstone.assignment a on a.work_package_id = p.id
                  join touchstone.draft d on d.assignment_id = a.id
                  where p.id = ? and p.opened_at is not null) came
            where came.id = d.assignment_id
            """)
        .param(work.packageId())
        .update();
  }

  /** As {@link #submit}, with no more time than it took the test. */
  public WorkDesk.Submitted submitAtOnce(String name, Work work) {
    return beans
        .getBean(WorkDesk.class)
        .submit(person(name), work.packageId(), "key-" + submits.incrementAndGet());
  }

  /** The person gives an open package back. */
  public PackageReturns.GivenBack givesBack(String name, Work work, ReturnReason reason) {
    return beans
        .getBean(PackageReturns.class)
        .giveBack(person(name).id(), work.packageId(), reason);
  }

  /** Mia notes that the person is away. */
  public Absences.Change isAway(String name) {
    return beans
        .getBean(Absences.class)
        .away(person(name).id(), Optional.empty(), person("mia").id());
  }

  /** Mia notes that the person is back. */
  public Absences.Change isBack(String name) {
    return beans.getBean(Absences.class).back(person(name).id(), person("mia").id());
  }

  /** The person does all packages, one after the other. */
  public Road labels(String name, Answers answers) {
    return labels(name, answers, HUMAN_PACE);
  }

  /**
   * @param activeSeconds time per item that the editor's clock shows
   */
  public Road labels(String name, Answers answers, double activeSeconds) {
    for (Optional<Work> work = workOf(name); work.isPresent(); work = workOf(name)) {
      draft(name, work.get(), answers, activeSeconds);
      submit(name, work.get());
    }
    return this;
  }

  /** Labels by everybody who has work, in the order of their arrival. */
  public Road everybodyLabels(Answers answers) {
    people.keySet().stream()
        .filter(name -> !Set.of("mia", "tom", "pia").contains(name))
        .forEach(name -> labels(name, answers));
    return this;
  }

  // Decisions

  /**
   * Tom resolves the held batch, and it goes on until it rests; mia accepts it where it is to be
   * accepted, so that tom may approve it.
   */
  public Road resolve(String decision, String reason) {
    return resolve(decision.equals("accept") ? "mia" : "tom", decision, reason);
  }

  /** The person resolves the held batch, and it goes on until it rests. */
  public Road resolve(String name, String decision, String reason) {
    complete("resolve-held-batch", name, Map.of("decision", decision, "reason", reason));
    return untilItRests();
  }

  /** The person decides on the release, and the batch goes on until it rests. */
  public Road decideRelease(String name, String decision, String reason) {
    complete("approve-release", name, Map.of("decision", decision, "reason", reason));
    return untilItRests();
  }

  private void complete(String taskKey, String name, Map<String, Object> answers) {
    beans.getBean(PersonTasks.class).complete(task(taskKey).id(), person(name), answers);
  }

  /** The open task of that kind. */
  public OpenTask task(String taskKey) {
    return openTasks().stream()
        .filter(each -> each.key().equals(taskKey))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + taskKey + " among " + openTasks()));
  }

  /** The guideline's owner writes a new text and has the items of some labels labelled again. */
  public Road revises(String name, String markdown, String... labels) {
    int base = beans.getBean(Guidelines.class).latest(project).version();
    complete(
        "revise-guideline",
        name,
        Map.of(
            "decision",
            "revise",
            "baseVersion",
            base,
            "markdown",
            markdown,
            "note",
            "Says more.",
            "labels",
            List.of(labels)));
    return untilItRests();
  }

  /** The guideline's owner says why it stays as it is. */
  public Road keepsGuideline(String name, String reason) {
    complete("revise-guideline", name, Map.of("decision", "keep", "reason", reason));
    return untilItRests();
  }

  // What is to be seen

  public List<OpenTask> openTasks() {
    return beans.getBean(PersonTasks.class).ofBatch(batch);
  }

  public Batch batch() {
    return beans.getBean(Batches.class).require(batch);
  }

  /** "gate verdict rule" of each decision so far, in order. */
  public List<String> decisions() {
    return beans.getBean(Batches.class).gateDecisions(batch).stream()
        .map(gate -> gate.decisionKey() + " " + gate.verdict() + " " + gate.rule())
        .toList();
  }

  public GateDecision lastDecision() {
    List<GateDecision> all = beans.getBean(Batches.class).gateDecisions(batch);
    return all.get(all.size() - 1);
  }

  /** What a gate decided last. */
  public GateDecision lastDecision(String gate) {
    return beans.getBean(Batches.class).gateDecisions(batch).stream()
        .filter(decision -> decision.decisionKey().equals(gate))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
