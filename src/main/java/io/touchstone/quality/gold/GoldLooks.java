package io.touchstone.quality.gold;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.project.Projects;
import io.touchstone.project.StoredAnswers;
import io.touchstone.quality.round.BatchTables;
import io.touchstone.tasking.Looks;
import io.touchstone.tasking.gold.GoldSupply;
import io.touchstone.tasking.reassignment.Clarification;
import io.touchstone.tasking.reassignment.Clarifications;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at people's answers to hidden gold after they are stored, and asks for a talk about the
 * guideline where the table gold-flag says so. What was looked at is kept, so that only what came
 * after it is read; looking twice changes nothing.
 */
@Service
class GoldLooks implements Looks {

  private static final Logger log = LoggerFactory.getLogger(GoldLooks.class);

  private final GoldLookRepository looks;
  private final ClarificationEvidenceRepository evidence;
  private final GoldRetirement retirement;
  private final GoldSupply supply;
  private final Clarifications clarifications;
  private final DecisionTables tables;
  private final Projects projects;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /**
   * The latest answer up to which nothing was found, so that reopening work asks no table again.
   */
  private final Map<Person, Long> quiet = new ConcurrentHashMap<>();

  GoldLooks(
      GoldLookRepository looks,
      ClarificationEvidenceRepository evidence,
      GoldRetirement retirement,
      GoldSupply supply,
      Clarifications clarifications,
      DecisionTables tables,
      Projects projects,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.looks = looks;
    this.evidence = evidence;
    this.retirement = retirement;
    this.supply = supply;
    this.clarifications = clarifications;
    this.tables = tables;
    this.projects = projects;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Somebody in a project. */
  record Person(String id, String project) {}

  /**
   * What there is to be kept.
   *
   * @param batchId the batch of the latest answer, whose tables were asked
   * @param reworks how often a package may come back
   */
  private record Seen(
      String batchId,
      GoldLookRepository.Standing before,
      List<GoldWatch.Finding> findings,
      int reworks) {}

  /**
   * What was seen is noted in a transaction of its own: a look that keeps something waits for
   * others who change people's work, and they may need the rows of the note.
   */
  @Override
  public void lookAt(String personId) {
    supply.noteSeen(personId);
    for (String project : looks.projects(personId)) {
      Person person = new Person(personId, project);
      transaction.executeWithoutResult(status -> lookAt(person));
    }
  }

  @Override
  @Transactional
  public void lookAtAll(String batchId) {
    retirement.lookAtGold(batchId);
    looks.people(batchId).forEach(this::lookAt);
  }

  /** Most looks have nothing to keep; only one that has takes the locks, and looks once more. */
  private void lookAt(Person person) {
    Optional<Seen> first = see(person);
    if (first.isPresent()) {
      clarifications.lock(first.get().batchId());
      see(person).ifPresent(seen -> keep(person, seen));
    }
  }

  private Optional<Seen> see(Person person) {
    GoldLookRepository.Standing before = looks.standing(person.id(), person.project());
    if (before.talking()) {
      return Optional.empty();
    }
    String sameFrom = StoredAnswers.sameFrom(projects.require(person.project()).question());
    List<GoldAnswer> answers =
        looks.answers(person.id(), person.project(), before.position(), sameFrom);
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    GoldAnswer latest = answers.get(answers.size() - 1);
    if (Long.valueOf(latest.position()).equals(quiet.get(person))
        || !clarifications.areKnownTo(latest.batchId())) {
      return Optional.empty();
    }
    return see(person, before, answers, latest);
  }

  private Optional<Seen> see(
      Person person,
      GoldLookRepository.Standing before,
      List<GoldAnswer> answers,
      GoldAnswer latest) {
    String batchId = latest.batchId();
    GoldTables asked = new GoldTables(table(batchId));
    LookRules rules = asked.looks(person.project());
    List<GoldWatch.Finding> findings =
        new GoldWatch(asked, rules.evidence()).watch(before.window(), answers, before.pauses());
    if (findings.isEmpty()) {
      quiet.put(person, latest.position());
      return Optional.empty();
    }
    return Optional.of(new Seen(batchId, before, findings, rules.reworks()));
  }

  private BatchTables table(String batchId) {
    Map<String, UnaryOperator<Map<String, Object>>> found = new HashMap<>();
    return (key, inputs) ->
        found.computeIfAbsent(key, once -> tables.of(batchId, key)).apply(inputs);
  }

  private void keep(Person person, Seen seen) {
    int version = tables.version(seen.batchId(), GoldTables.GOLD_FLAG);
    long passed = seen.before().passed();
    for (GoldWatch.Finding finding : seen.findings()) {
      Optional<String> talk =
          finding.flag().raised()
              ? Optional.of(begin(person, seen, finding, passed).id())
              : Optional.empty();
      looks.insert(person, finding, version, passed, talk, clock.instant());
      talk.ifPresent(about -> supply.retireFor(person.id(), evidence.goldItems(about)));
      audit.record(
          AuditTrail.SYSTEM,
          "gold_looked_at",
          "batch:" + finding.at().batchId(),
          Map.of(
              "annotator", person.id(),
              "gold", finding.window().score().count(),
              "outcome", finding.flag().action().id(),
              "rule", finding.flag().rule()));
      log.info(
          "gold_looked_at batch={} outcome={} rule={}",
          finding.at().batchId(),
          finding.flag().action().id(),
          finding.flag().rule());
      passed = finding.at().position();
    }
  }

  private Clarification begin(Person person, Seen seen, GoldWatch.Finding finding, long passed) {
    String batchId = finding.at().batchId();
    return clarifications.begin(
        new Clarification.Need(
            person.id(),
            person.project(),
            clarifications.areKnownTo(batchId) ? batchId : seen.batchId(),
            finding.flag().action() == GoldFlag.Action.PAUSE,
            finding.flag().action() == GoldFlag.Action.PAUSE && seen.before().pauses() > 0,
            passed,
            seen.reworks()));
  }
}
