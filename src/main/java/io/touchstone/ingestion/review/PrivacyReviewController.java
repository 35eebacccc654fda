package io.touchstone.ingestion.review;

import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Decision;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Review;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Selected;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.ServedFile;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The form of "Review sample for privacy". */
@Api
class PrivacyReviewController {

  private final PrivacyReviewDesk desk;

  PrivacyReviewController(PrivacyReviewDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/privacy-reviews/{taskId}")
  Review review(@PathVariable String taskId, Caller caller) {
    caller.mustBe("review items for privacy", Role.PRIVACY_OFFICER);
    return desk.open(taskId, caller);
  }

  /** An item of the sheet with its text, which an opened sheet leaves out where it is long. */
  @GetMapping("/privacy-reviews/{taskId}/items/{id}")
  PrivacyReviewDesk.ReviewItem item(
      @PathVariable String taskId, @PathVariable String id, Caller caller) {
    caller.mustBe("review items for privacy", Role.PRIVACY_OFFICER);
    return desk.item(taskId, id, caller);
  }

  /** The picture or recording of an item of the sheet. */
  @GetMapping("/privacy-reviews/{taskId}/items/{id}/object")
  ResponseEntity<Resource> object(
      @PathVariable String taskId, @PathVariable String id, Caller caller) {
    caller.mustBe("review items for privacy", Role.PRIVACY_OFFICER);
    ItemObjects.Content content = desk.object(taskId, id, caller);
    return ServedFile.of(content.mediaType(), content.bytes(), content.content());
  }

  /** What an officer says of an item. */
  record Answer(
      Optional<String> decision,
      Optional<List<Span>> spans,
      Optional<List<AreaCover.Area>> areas) {}

  /** A stretch that was missed; a place that is not given is outside every text. */
  record Span(
      Optional<Integer> start,
      Optional<Integer> end,
      Optional<String> text,
      Optional<String> type) {

    Selected selected() {
      return new Selected(start.orElse(-1), end.orElse(-1), text.orElse(""), type.orElse(""));
    }
  }

  /** How far the round is. */
  record Progress(int total, int clean, int missed) {}

  @PutMapping("/privacy-reviews/{taskId}/items/{id}")
  Progress decide(
      @PathVariable String taskId,
      @PathVariable String id,
      @RequestBody Answer answer,
      Caller caller) {
    caller.mustBe("review items for privacy", Role.PRIVACY_OFFICER);
    var progress =
        desk.decide(
            taskId,
            id,
            Decision.of(answer.decision().orElse("")),
            answer.spans().orElse(List.of()).stream().map(Span::selected).toList(),
            answer.areas().orElse(List.of()),
            caller);
    return new Progress(progress.total(), progress.clean(), progress.missed());
  }

  /** Rules that would find what is marked so far. */
  @GetMapping("/privacy-reviews/{taskId}/rules")
  PrivacyReviewDesk.Rules rules(@PathVariable String taskId, Caller caller) {
    caller.mustBe("review items for privacy", Role.PRIVACY_OFFICER);
    return desk.rules(taskId, caller);
  }

  /**
   * What the sheet held besides the items: told once nothing can be changed any more, to help.
   *
   * @param planted how many texts had an invented leak
   * @param seen how many of these were marked
   */
  record Submitted(int planted, int seen) {}

  @PostMapping("/privacy-reviews/{taskId}/submit")
  Submitted submit(@PathVariable String taskId, Caller caller) {
    caller.mustBe("review items for privacy", Role.PRIVACY_OFFICER);
    SheetOutcome outcome = desk.submit(taskId, caller);
    return new Submitted(outcome.planted(), outcome.plantedSeen());
  }
}
