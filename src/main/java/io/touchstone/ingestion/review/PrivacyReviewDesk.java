package io.touchstone.ingestion.review;

import io.touchstone.audit.AuditTrail;
import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.review.PrivacyReviewRepository.OpenRound;
import io.touchstone.ingestion.review.PrivacyReviewRepository.Progress;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The privacy officer's work on one round: look, decide item by item, submit. */
@Service
public class PrivacyReviewDesk {

  static final String TASK_KEY = "review-privacy-sample";
  private static final int PAGE = 1_000;

  /** Enough to see how much a rule masks, and soon done. */
  private static final int MOST_ITEMS = 20_000;

  private static final int MOST_PIXELS = 100_000;

  /** Texts that an opened sheet holds; what is behind them is asked for item by item. */
  private static final long FIRST_BYTES = 1 << 20;

  private final PrivacyReviewRepository repository;
  private final SheetRepository sheets;
  private final PlantRepository plants;
  private final CorrectionRepository items;
  private final PersonTasks tasks;
  private final DeidentificationPolicies policies;
  private final ItemObjects objects;
  private final AuditTrail audit;
  private final Clock clock;

  PrivacyReviewDesk(
      PrivacyReviewRepository repository,
      SheetRepository sheets,
      PlantRepository plants,
      CorrectionRepository items,
      PersonTasks tasks,
      DeidentificationPolicies policies,
      ItemObjects objects,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.sheets = sheets;
    this.plants = plants;
    this.items = items;
    this.tasks = tasks;
    this.policies = policies;
    this.objects = objects;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is decided of an item. */
  public enum Decision {
    CLEAN,
    MISSED,
    /** Nothing yet, or not any more. */
    UNDECIDED;

    /** Its name outside. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Decision of(String id) {
      return Arrays.stream(values())
          .filter(each -> each.id().equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new Refusal(
                      422,
                      "unknown-decision",
                      "Say clean, missed or undecided of an item; nothing else is known."));
    }
  }

  /**
   * A stretch that was missed, as the officer selected it.
   *
   * @param text what it covers, to be checked against the item
   */
  public record Selected(int start, int end, String text, String type) {}

  /** A mask that stands in the text, or a stretch that was missed; code points, end exclusive. */
  public record Mark(int start, int end, String type) {}

  /**
   * An item to look at.
   *
   * @param text empty where it follows
   * @param textFollows whether the text, long or behind others, is to be asked for by itself, with
   *     marks and spans
   * @param media type of the picture or recording that is to be looked at; of a document its text
   *     is
   * @param areas what was marked in a picture
   * @param doubtful where the face detector was unsure of a picture, the likeliest face first
   */
  public record ReviewItem(
      String id,
      String text,
      boolean textFollows,
      List<Mark> marks,
      String decision,
      List<Mark> spans,
      Optional<String> media,
      List<AreaCover.Area> areas,
      List<DoubtfulPlace> doubtful) {}

  /**
   * One round.
   *
   * @param population items of the batch
   * @param limit greatest share of leaking items that the project allows
   * @param types what a missed stretch may be
   */
  public record Review(
      String batchId,
      int round,
      int population,
      double limit,
      List<String> types,
      List<ReviewItem> items) {}

  /** The round that waits behind a task, with what is decided so far. */
  @Transactional(readOnly = true)
  public Review open(String taskId, Caller caller) {
    OpenTask task = task(taskId, caller);
    OpenRound round = repository.openRound(task.batchId()).orElseThrow(this::gone);
    return new Review(
        task.batchId(),
        round.round(),
        round.population(),
        round.limit(),
        EntityType.CHOICES.stream().map(EntityType::id).toList(),
        sheets.opened(task.batchId(), round.round(), FIRST_BYTES).stream()
            .map(opened -> opened.whole() ? shown(opened.row()) : unread(opened.row()))
            .toList());
  }

  /**
   * One item of the sheet, with its text.
   *
   * @throws Refusal 404 if the sheet has no such item
   */
  @Transactional(readOnly = true)
  public ReviewItem item(String taskId, String id, Caller caller) {
    OpenTask task = task(taskId, caller);
    OpenRound round = repository.openRound(task.batchId()).orElseThrow(this::gone);
    return sheets
        .row(task.batchId(), round.round(), id)
        .map(PrivacyReviewDesk::shown)
        .orElseThrow(PrivacyReviewDesk::notInSample);
  }

  private static Refusal notInSample() {
    return new Refusal(404, "not-in-sample", "This item is not in the sample of this review.");
  }

  private static ReviewItem unread(SheetRow row) {
    return new ReviewItem(
        row.id(),
        "",
        true,
        List.of(),
        row.decision(),
        List.of(),
        seenOrHeard(row),
        row.areas(),
        row.doubtful());
  }

  private static ReviewItem shown(SheetRow row) {
    CodePoints.Walk places = new CodePoints.Walk(row.text());
    List<Mark> marks =
        row.offsets().masks().stream()
            .map(
                mask ->
                    new Mark(
                        mask.redactedStart(),
                        mask.redactedEnd(),
                        places
                            .part(mask.redactedStart(), mask.redactedEnd())
                            .replaceAll("[\\[\\]]", "")))
            .toList();
    List<Mark> spans =
        row.spans().stream()
            .map(span -> new Mark(span.start(), span.end(), span.type().id()))
            .toList();
    return new ReviewItem(
        row.id(),
        row.text(),
        false,
        marks,
        row.decision(),
        spans,
        seenOrHeard(row),
        row.areas(),
        row.doubtful());
  }

  private static Optional<String> seenOrHeard(SheetRow row) {
    return row.media().filter(type -> type.startsWith("image/") || type.startsWith("audio/"));
  }

  /** As {@link #decide(String, String, Decision, List, List, Caller)}, of a text. */
  @Transactional
  public Progress decide(
      String taskId, String itemId, Decision decision, List<Selected> selected, Caller caller) {
    return decide(taskId, itemId, decision, selected, List.of(), caller);
  }

  /**
   * The picture or recording of an item of the sheet.
   *
   * @throws Refusal 404 if the sheet has no such item, or the item is read
   */
  @Transactional(readOnly = true)
  public ItemObjects.Content object(String taskId, String id, Caller caller) {
    OpenTask task = task(taskId, caller);
    OpenRound round = repository.openRound(task.batchId()).orElseThrow(this::gone);
    return sheets
        .row(task.batchId(), round.round(), id)
        .filter(row -> seenOrHeard(row).isPresent())
        .flatMap(row -> objects.open(row.itemId()))
        .orElseThrow(
            () -> new Refusal(404, "no-object", "The sheet has no picture or recording there."));
  }

  /**
   * Keeps what is decided of one item; the latest decision counts.
   *
   * @param areas what was marked in a picture; of a recording any area stands for the whole
   * @throws Refusal 404 for an item that is not in the round, 409 once the round is submitted, 422
   *     for a span that does not fit the text
   */
  @Transactional
  public Progress decide(
      String taskId,
      String itemId,
      Decision decision,
      List<Selected> selected,
      List<AreaCover.Area> areas,
      Caller caller) {
    String batchId = task(taskId, caller).batchId();
    OpenRound round = repository.lockOpenRound(batchId).orElseThrow(this::gone);
    SheetRow row =
        sheets.row(batchId, round.round(), itemId).orElseThrow(PrivacyReviewDesk::notInSample);
    boolean marked = !selected.isEmpty() || !areas.isEmpty();
    if ((decision == Decision.MISSED) != marked) {
      throw new Refusal(
          422,
          "spans-missing",
          "Select what was missed, or say that the item is clean; one needs the other.");
    }
    List<MissedSpan> spans =
        MissedSpans.checked(row.text(), row.offsets(), selected, policies.tags());
    if (!areas.isEmpty() && seenOrHeard(row).isEmpty() || areas.stream().anyMatch(this::isNoArea)) {
      throw new Refusal(
          422, "no-area", "Mark an area within a picture; of a text, select what was missed.");
    }
    repository.decide(itemId, decision.id(), spans, areas, caller.id(), clock.instant());
    return repository.progress(batchId, round.round());
  }

  /**
   * Rules that would find what is marked so far, with the strings themselves.
   *
   * @param lookedAt items among which those were counted in which a rule masks something
   */
  public record Rules(int lookedAt, List<RuleSuggestions.Suggestion> rules) {}

  /** What the officer may suggest to the project, before the round is submitted. */
  @Transactional(readOnly = true)
  public Rules rules(String taskId, Caller caller) {
    String batchId = task(taskId, caller).batchId();
    OpenRound round = repository.openRound(batchId).orElseThrow(this::gone);
    RuleSuggestions rules =
        new RuleSuggestions(
            sheets.sheet(batchId, round.round()).stream()
                .flatMap(row -> row.strings().stream())
                .toList());
    int lookedAt = 0;
    List<CorrectionRepository.Text> page =
        rules.isEmpty() ? List.of() : items.after(batchId, "", PAGE);
    while (!page.isEmpty() && lookedAt < MOST_ITEMS) {
      page.forEach(rules::look);
      lookedAt += page.size();
      page = items.after(batchId, page.get(page.size() - 1).itemId(), PAGE);
    }
    return new Rules(lookedAt, rules.all());
  }

  private boolean isNoArea(AreaCover.Area area) {
    return area.x() < 0
        || area.y() < 0
        || area.width() < 1
        || area.height() < 1
        || area.width() > MOST_PIXELS
        || area.height() > MOST_PIXELS;
  }

  /** Completes the task: every item must be decided. What the sheet was is told afterwards. */
  public SheetOutcome submit(String taskId, Caller caller) {
    OpenTask task = task(taskId, caller);
    OpenRound round = repository.openRound(task.batchId()).orElseThrow(this::gone);
    SheetOutcome outcome = outcome(task.batchId(), round.round());
    tasks.complete(taskId, caller, Map.of());
    return outcome;
  }

  private SheetOutcome outcome(String batchId, int round) {
    return SheetOutcome.of(
        sheets.sheet(batchId, round), repository.correctedBefore(batchId, round));
  }

  /** What completing the task means; within its transaction. */
  void close(String batchId, String personId) {
    OpenRound round = repository.lockOpenRound(batchId).orElseThrow(this::gone);
    Progress progress = repository.progress(batchId, round.round());
    if (progress.undecided() > 0) {
      throw new Refusal(
          422,
          "not-complete",
          progress.undecided()
              + " of "
              + progress.total()
              + " items are not decided yet. Say of each whether it is clean, then submit.",
          Map.of("undecided", progress.undecided()));
    }
    SheetOutcome outcome = outcome(batchId, round.round());
    repository.submit(batchId, round.round(), outcome, personId, clock.instant());
    plants.keepOutcomes(sheets.sheet(batchId, round.round()), clock.instant());
    audit.record(
        personId,
        "privacy_review_submitted",
        "batch:" + batchId,
        Map.of(
            "round", round.round(),
            "reviewed", outcome.reviewed(),
            "missed", outcome.missed(),
            "riskReviewed", outcome.riskReviewed(),
            "riskMissed", outcome.riskMissed(),
            "planted", outcome.planted(),
            "plantedSeen", outcome.plantedSeen()));
  }

  private OpenTask task(String taskId, Caller caller) {
    return tasks.require(taskId, TASK_KEY, caller);
  }

  private Refusal gone() {
    return new Refusal(
        409,
        "review-submitted",
        "This review has been submitted; nothing more can be changed in it. Refresh the list of"
            + " tasks.");
  }
}
