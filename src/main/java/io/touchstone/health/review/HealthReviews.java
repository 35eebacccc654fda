package io.touchstone.health.review;

import io.touchstone.audit.AuditTrail;
import io.touchstone.health.metric.HealthFigures;
import io.touchstone.health.metric.HealthMeasurement;
import io.touchstone.platform.Days;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a health review: begun, measured, proposed, decided, closed. */
@Service
public class HealthReviews {

  /** Key of the process; its business key is the review's id. */
  static final String PROCESS = "health-review";

  private static final Logger log = LoggerFactory.getLogger(HealthReviews.class);

  private final HealthReviewRepository reviews;
  private final HealthMeasurement measurement;
  private final HealthActions actions;
  private final Processes processes;
  private final AuditTrail audit;
  private final Json json;
  private final Clock clock;
  private final Days days;

  HealthReviews(
      HealthReviewRepository reviews,
      HealthMeasurement measurement,
      HealthActions actions,
      Processes processes,
      AuditTrail audit,
      Json json,
      Clock clock,
      Days days) {
    this.reviews = reviews;
    this.measurement = measurement;
    this.actions = actions;
    this.processes = processes;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
    this.days = days;
  }

  /**
   * Starts a review by hand, in the newest version of its process.
   *
   * @return its id
   * @throws Refusal 409 while another one is not closed
   */
  @Transactional
  public String start(String personId) {
    String id =
        begin(personId)
            .orElseThrow(
                () ->
                    new Refusal(
                        409,
                        "review-open",
                        "A health review is open already. Close it in Tasklist, \"Review health\","
                            + " then start the next one."));
    processes.start(PROCESS, id);
    return id;
  }

  /** Starts one unless there has ever been one. */
  @Transactional
  public void startTheFirst(String personId) {
    if (reviews.newest().isEmpty()) {
      start(personId);
    }
  }

  /**
   * Begins a review of the week that ends now.
   *
   * @return its id; empty while another one is not closed
   */
  @Transactional
  Optional<String> begin(String askedBy) {
    Instant now = clock.instant();
    String day = "health-" + days.of(now);
    int taken = reviews.taken(day);
    String id = taken == 0 ? day : day + "-" + (taken + 1);
    if (!reviews.insert(id, askedBy, now.minus(HealthFigures.WEEK), now)) {
      return Optional.empty();
    }
    audit.record(askedBy, "health_review_begun", object(id), Map.of());
    log.info("health_review_begun review={}", id);
    return Optional.of(id);
  }

  /** Measures once; a second time changes nothing. */
  @Transactional
  void measure(String id) {
    HealthReview review = require(id);
    if (review.figures().isPresent()) {
      return;
    }
    HealthMeasurement.Measured measured = measurement.measure(review.to(), HealthFigures.WEEKS);
    HealthFigures figures = compared(measured.figures(), reviews.before(review.begunAt()));
    reviews.measured(id, figures, measured.inputs());
    log.info("health_measured review={} projects={}", id, figures.projects().size());
  }

  private static HealthFigures compared(HealthFigures figures, Optional<HealthReview> before) {
    Optional<HealthFigures> then = before.flatMap(HealthReview::figures);
    return new HealthFigures(
        figures.from(),
        figures.to(),
        before.map(HealthReview::id),
        before.map(HealthReview::to),
        figures.projects().stream()
            .map(project -> project.after(then.flatMap(old -> old.project(project.project()))))
            .toList(),
        figures.quietProjects());
  }

  /**
   * Proposes once.
   *
   * @param processDefinitionId of the running review
   * @return how many proposals there are
   */
  @Transactional
  int propose(String id, String processDefinitionId) {
    HealthFigures figures = require(id).figures().orElseThrow();
    List<Proposal> proposals = actions.propose(figures, processDefinitionId);
    reviews.proposed(id, proposals);
    return proposals.size();
  }

  /**
   * Keeps what a person decided.
   *
   * @param accepted ids of proposals; the others count as not accepted
   * @param minutes free text, kept where it can be erased; may be empty
   * @throws Refusal 409 if it was decided before, 422 for a proposal that there is not
   */
  @Transactional
  void decide(String id, String personId, List<String> accepted, String minutes) {
    HealthReview review = require(id);
    if (review.decidedBy().isPresent() || review.closedAt().isPresent()) {
      throw new Refusal(
          409, "review-closed", "This review is closed; what was decided in it stays as it is.");
    }
    List<String> known = review.proposals().stream().map(Proposal::id).toList();
    if (!known.containsAll(accepted)) {
      throw new Refusal(
          422,
          "unknown-proposal",
          "You accept a proposal that this review does not make. Reload the page and choose"
              + " again.");
    }
    Map<String, Boolean> decisions =
        known.stream()
            .collect(Collectors.toMap(each -> each, accepted::contains, (a, b) -> a, TreeMap::new));
    reviews.decided(id, decisions, personId, clock.instant());
    audit.recordWithReason(
        personId,
        "health_review_decided",
        object(id),
        Map.of("proposals", known.size(), "accepted", accepted.size()),
        minutes);
  }

  /** Seals the review; from here on the database refuses any change of it. */
  @Transactional
  void close(String id) {
    HealthReview review = require(id);
    Map<String, Object> sealed = new TreeMap<>();
    sealed.put("figures", review.figures());
    sealed.put("inputs", review.inputs());
    sealed.put("proposals", review.proposals());
    sealed.put("decisions", review.decisions());
    String sha256 = Sha256.hex(json.write(sealed).getBytes(StandardCharsets.UTF_8));
    if (reviews.closed(id, clock.instant(), sha256)) {
      audit.record(AuditTrail.SYSTEM, "health_review_closed", object(id), Map.of("sha256", sha256));
      log.info("health_review_closed review={} sha256={}", id, sha256);
    }
  }

  /** The review of that id, or a refusal with 404. */
  HealthReview require(String id) {
    return reviews
        .find(id)
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "unknown-review",
                    "There is no health review with that id. GET /api/v1/health/reviews lists"
                        + " them."));
  }

  /** The newest reviews, newest first. */
  List<HealthReview> newest() {
    return reviews.newest();
  }

  /** What was decided last before this one. */
  Optional<HealthReview> before(HealthReview review) {
    return reviews.before(review.begunAt());
  }

  private static String object(String id) {
    return "health-review:" + id;
  }
}
