package io.touchstone.ingestion.gold;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gold under the rules that its text was made by, and what somebody decides about it. */
@Service
public class MaskedGold {

  /** Key of the process; its business key is the review's id. */
  static final String PROCESS = "masked-gold";

  private static final Logger log = LoggerFactory.getLogger(MaskedGold.class);

  private final MaskedGoldRepository repository;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;

  MaskedGold(MaskedGoldRepository repository, Processes processes, AuditTrail audit, Clock clock) {
    this.repository = repository;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Those of some gold items whose texts are what the rules of the batch make of them, in the same
   * order; none of which the person was given another text of.
   */
  public List<String> fitting(String batchId, String annotatorId, List<String> itemIds) {
    return fitting(repository.ofBatch(batchId), annotatorId, itemIds);
  }

  /** As {@link #fitting(String, String, List)} for batches that come now. */
  public List<String> fittingNow(String projectKey, String annotatorId, List<String> itemIds) {
    return fitting(repository.ofProject(projectKey), annotatorId, itemIds);
  }

  private List<String> fitting(
      MaskedGoldRepository.Rules rules, String annotatorId, List<String> itemIds) {
    Set<String> fit = repository.fitting(rules.projectKey(), rules.policy(), annotatorId, itemIds);
    return itemIds.stream().filter(fit::contains).toList();
  }

  /**
   * Whether a text of gold may be shown under some rules.
   *
   * @param pending somebody has to decide
   * @param answerable whether its answer can still be given
   * @param because why it is not usable; empty if it is
   */
  record Standing(
      String itemId,
      boolean usable,
      boolean pending,
      boolean answerable,
      Optional<String> because) {

    static Standing usable(String itemId) {
      return new Standing(itemId, true, false, true, Optional.empty());
    }

    static Standing older(String itemId) {
      return new Standing(
          itemId, false, false, true, Optional.of("The rules of today make another text of it."));
    }

    static Standing masked(String itemId) {
      return new Standing(
          itemId,
          false,
          true,
          true,
          Optional.of("New rules remove something that was there when its answer was given."));
    }

    static Standing unanswerable(String itemId) {
      return new Standing(
          itemId,
          false,
          true,
          false,
          Optional.of("New rules remove a part of its answer, so that nobody could give it."));
    }
  }

  /**
   * Notes what is not noted yet, in the order of ids, and has somebody decide where that is needed.
   * What was noted or decided before stays.
   */
  void note(String projectKey, String policySha256, Collection<Standing> standings) {
    Set<String> known = repository.known(projectKey, policySha256);
    standings.stream()
        .filter(each -> !known.contains(each.itemId()))
        .sorted((one, other) -> one.itemId().compareTo(other.itemId()))
        .forEach(each -> repository.insert(each, policySha256));
    int waiting = repository.pending(projectKey, policySha256).size();
    if (waiting > 0) {
      repository
          .beginReview(projectKey, policySha256, clock.instant())
          .ifPresent(review -> begin(review, projectKey, policySha256, waiting));
    }
  }

  private void begin(String review, String projectKey, String policySha256, int items) {
    audit.record(
        AuditTrail.SYSTEM,
        "masked_gold_found",
        "project:" + projectKey,
        Map.of("review", review, "items", items, "policy", policySha256));
    processes.start(PROCESS, review);
    log.info("masked_gold_found project={} review={} items={}", projectKey, review, items);
  }

  /**
   * By item id, the names of gold whose texts belong to the rules of batches that have not ended.
   */
  Map<String, String> inBatches(String projectKey) {
    return repository.inBatches(projectKey);
  }

  /** What a review is about. */
  public MaskedGoldRepository.Review require(String reviewId) {
    return repository.require(reviewId);
  }

  /** The items that wait for a decision. */
  public List<MaskedGoldRepository.Item> items(MaskedGoldRepository.Review review) {
    return repository.pending(review.projectKey(), review.policySha256());
  }

  /**
   * Puts the chosen items into use under the new rules; the others stay out of it.
   *
   * @throws Refusal 422 if an item does not wait for a decision, or cannot be used
   */
  @Transactional
  void decide(String reviewId, String personId, Set<String> used) {
    MaskedGoldRepository.Review review = repository.require(reviewId);
    List<MaskedGoldRepository.Item> waiting = items(review);
    Set<String> possible =
        waiting.stream()
            .filter(MaskedGoldRepository.Item::answerable)
            .map(MaskedGoldRepository.Item::itemId)
            .collect(Collectors.toSet());
    if (!possible.containsAll(used)) {
      throw new Refusal(
          422,
          "unknown-gold",
          "One of these items cannot be used: it does not wait for a decision, or its answer lies"
              + " under a mask. Reload the page and choose again.");
    }
    waiting.forEach(
        item ->
            repository.decide(
                item.itemId(),
                review.policySha256(),
                used.contains(item.itemId()),
                personId,
                clock.instant()));
    repository.close(reviewId, personId, clock.instant());
    audit.record(
        personId,
        "masked_gold_decided",
        "project:" + review.projectKey(),
        Map.of("review", reviewId, "used", used.size(), "left", waiting.size() - used.size()));
  }
}
