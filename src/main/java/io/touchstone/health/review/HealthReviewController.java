package io.touchstone.health.review;

import io.touchstone.health.metric.HealthFigures;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.engine.task.TaskPage;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Health reviews: start one, read them, and the form of "Review health". */
@Api
class HealthReviewController {

  private static final Role[] READERS = {Role.DATA_MANAGER, Role.PROCESS_OWNER, Role.AUDITOR};

  private final HealthReviews reviews;
  private final TaskPage page;

  HealthReviewController(HealthReviews reviews, PersonTasks tasks) {
    this.reviews = reviews;
    page =
        new TaskPage(tasks, ReviewHealthPolicy.TASK_KEY, Role.DATA_MANAGER, "close health reviews");
  }

  /** A review that has been started. */
  record Started(String reviewId) {}

  @Reach(Reach.Over.EVERY_PROJECT)
  @PostMapping("/health/reviews")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started start(Caller caller) {
    caller.mustBe("start a health review", Role.DATA_MANAGER);
    return new Started(reviews.start(caller.id()));
  }

  /** The newest reviews. */
  record Listing(List<Entry> reviews) {}

  /** One review in the list. */
  record Entry(
      String reviewId,
      Instant from,
      Instant to,
      String askedBy,
      int proposals,
      Optional<String> decidedBy,
      Optional<Instant> closedAt) {}

  @Reach(Reach.Over.EVERY_PROJECT)
  @GetMapping("/health/reviews")
  Listing list(Caller caller) {
    caller.mustBe("read health reviews", READERS);
    return new Listing(
        reviews.newest().stream()
            .map(
                review ->
                    new Entry(
                        review.id(),
                        review.from(),
                        review.to(),
                        review.askedBy(),
                        review.proposals().size(),
                        review.decidedBy(),
                        review.closedAt()))
            .toList());
  }

  @Reach(Reach.Over.EVERY_PROJECT)
  @GetMapping("/health/reviews/{id}")
  HealthReview review(@PathVariable String id, Caller caller) {
    caller.mustBe("read health reviews", READERS);
    return reviews.require(id);
  }

  /**
   * What the form shows.
   *
   * @param decidedLast what the review before this one accepted, sentences
   */
  record Form(
      String reviewId, HealthFigures figures, List<Proposal> proposals, List<String> decidedLast) {}

  @GetMapping("/health/tasks/{taskId}")
  Form form(@PathVariable String taskId, Caller caller) {
    HealthReview review = reviews.require(page.require(taskId, caller).batchId());
    List<String> decidedLast =
        reviews
            .before(review)
            .map(
                last ->
                    last.proposals().stream()
                        .filter(each -> last.decisions().getOrDefault(each.id(), false))
                        .map(Proposal::proposal)
                        .toList())
            .orElse(List.of());
    return new Form(review.id(), review.figures().orElseThrow(), review.proposals(), decidedLast);
  }

  /** A data manager's answer: ids of the proposals that are accepted, and minutes. */
  record Answer(Optional<List<String>> accepted, Optional<String> minutes) {}

  @PostMapping("/health/tasks/{taskId}")
  Map<String, Object> close(
      @PathVariable String taskId, @RequestBody Answer answer, Caller caller) {
    page.complete(
        taskId, caller, Map.of("accepted", answer.accepted(), "minutes", answer.minutes()));
    return Map.of();
  }
}
