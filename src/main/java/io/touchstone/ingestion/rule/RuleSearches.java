package io.touchstone.ingestion.rule;

import io.touchstone.audit.AuditTrail;
import io.touchstone.deidentification.Redactor;
import io.touchstone.ingestion.item.Processors;
import io.touchstone.ingestion.item.SecondPassRepository;
import io.touchstone.ingestion.item.SecondPassRepository.Stored;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.rule.RuleSearchRepository.Hit;
import io.touchstone.ingestion.rule.RuleSearchRepository.Part;
import io.touchstone.ingestion.rule.RuleSearchRepository.Position;
import io.touchstone.platform.StartStep;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.project.NewVersions;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches what a project's older rules have made under its new ones. Nothing of an item is
 * changed: a privacy officer gets the places.
 */
@Service
@Order(30)
class RuleSearches implements StartStep, NewVersions {

  /** Key of the process; its business key is the search's id. */
  static final String PROCESS = "rule-search";

  private static final Logger log = LoggerFactory.getLogger(RuleSearches.class);
  private static final int CHUNK_ITEMS = 2_000;
  private static final long CHUNK_BYTES = 4L << 20;

  private final RuleSearchRepository repository;
  private final SecondPassRepository items;
  private final DeidentificationPolicies policies;
  private final Projects projects;
  private final Processors processors;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  RuleSearches(
      RuleSearchRepository repository,
      SecondPassRepository items,
      DeidentificationPolicies policies,
      Projects projects,
      Processors processors,
      Processes processes,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.repository = repository;
    this.items = items;
    this.policies = policies;
    this.projects = projects;
    this.processors = processors;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void made(Project project) {
    begin(project);
  }

  /** At each start, since a start reads the recognisers and the folders of projects. */
  @Override
  public void run() {
    projects.all().forEach(project -> transaction.executeWithoutResult(status -> begin(project)));
  }

  /**
   * Begins a search where the rules of the project are not those of the last start, and something
   * was made under others.
   *
   * @return its id
   */
  Optional<String> begin(Project project) {
    String policy = policies.of(project.settings()).sha256();
    if (!repository.noteRules(project.key(), policy, clock.instant())) {
      return Optional.empty();
    }
    List<String> batches = repository.madeOtherwise(project.key(), policy);
    if (batches.isEmpty()) {
      return Optional.empty();
    }
    String id = repository.begin(project.key(), policy, batches, clock.instant());
    audit.record(
        AuditTrail.SYSTEM,
        "rule_search_begun",
        "rule-search:" + id,
        Map.of("project", project.key(), "policy", policy, "batches", batches.size()));
    processes.start(PROCESS, id);
    log.info("rule_search_begun search={} batches={}", id, batches.size());
    return Optional.of(id);
  }

  /** How far a search has come. */
  record Progress(boolean more, long hits) {}

  /**
   * Searches the next chunk: at most 2,000 items or about 4 MiB of one batch, in one transaction. A
   * repetition after a rollback does the same again, one at the end does nothing. Where the rules
   * have changed once more, the rest is left to the search that was begun for that.
   */
  @Transactional
  Progress searchChunk(String searchId) {
    RuleSearchRepository.Search search = repository.lock(searchId);
    DeidentificationPolicy policy = policies.of(projects.require(search.projectKey()).settings());
    Optional<Position> next =
        policy.sha256().equals(search.policySha256())
            ? repository.next(searchId)
            : Optional.empty();
    next.ifPresent(position -> searchPage(searchId, position, policy));
    long hits = repository.countHits(searchId);
    if (next.isEmpty() && search.finishedAt().isEmpty()) {
      repository.finish(searchId, clock.instant());
      audit.record(
          AuditTrail.SYSTEM,
          "rule_search_finished",
          "rule-search:" + searchId,
          Map.of("items", search.searchedItems(), "hits", hits));
      log.info("rule_search_finished search={} hits={}", searchId, hits);
    }
    return new Progress(next.isPresent(), hits);
  }

  private void searchPage(String searchId, Position position, DeidentificationPolicy policy) {
    List<Stored> page =
        items.after(position.batchId(), position.afterContent(), CHUNK_ITEMS, CHUNK_BYTES);
    Redactor redactor = policy.redactor();
    List<Hit> hits =
        processors.each(page, stored -> hits(redactor, stored)).stream()
            .flatMap(List::stream)
            .toList();
    repository.addHits(searchId, hits);
    repository.advance(
        searchId,
        position.batchId(),
        page.isEmpty() ? position.afterContent() : page.get(page.size() - 1).contentHash(),
        page.size());
  }

  /** What stands in the place of a mask may look like what is searched: a surrogate. */
  private static List<Hit> hits(Redactor redactor, Stored stored) {
    String id = stored.item().itemId();
    Stream<Hit> inText =
        redactor.redact(stored.item().text()).findings().stream()
            .filter(found -> !stored.item().offsets().touchesMask(found.start(), found.end()))
            .map(found -> Hit.of(id, Part.TEXT, found));
    String asides = stored.searched().asides();
    Stream<Hit> beside =
        asides.isEmpty()
            ? Stream.empty()
            : redactor.redact(asides).findings().stream()
                .map(found -> Hit.of(id, Part.ASIDE, found));
    return Stream.concat(inText, beside).toList();
  }

  /** A privacy officer has seen what was found, and says what is done about it. */
  @Transactional
  void reviewed(String searchId, String personId, String note) {
    repository.reviewed(searchId, personId, clock.instant());
    audit.recordWithReason(
        personId,
        "rule_hits_reviewed",
        "rule-search:" + searchId,
        Map.of("hits", repository.countHits(searchId)),
        note);
  }
}
