package io.touchstone.annotation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.platform.web.ServedFile;
import io.touchstone.workforce.SessionAdvice;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** The editor's server side. */
@Api
class WorkController {

  private static final Role[] WORKERS = {Role.ANNOTATOR, Role.REVIEWER};
  private static final String WORK = "work";
  private static final String TALK = "clarify-guideline";
  private final WorkDesk desk;

  WorkController(WorkDesk desk) {
    this.desk = desk;
  }

  /** Which task to open; empty for whatever is next. */
  record NextRequest(Optional<String> taskId) {}

  @Reach(Reach.Over.OWN)
  @PostMapping("/work/next")
  ResponseEntity<Work> next(@RequestBody(required = false) NextRequest request, Caller caller) {
    caller.mustBe("label items", WORKERS);
    Optional<String> taskId = request == null ? Optional.empty() : request.taskId();
    if (taskId.isPresent()) {
      return ResponseEntity.ok(desk.ofTask(taskId.get(), caller));
    }
    Optional<Work> next = desk.next(caller);
    if (next.isEmpty()) {
      desk.mustBeFree(caller);
    }
    return next.map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
  }

  /**
   * What the person has of an item so far.
   *
   * @param answer the members of the body that are none of the others: the answer under the member
   *     of its kind, or null there, or nothing
   */
  record DraftRequest(
      double activeSeconds, boolean accepted, @JsonAnySetter Map<String, JsonNode> answer) {

    WorkDesk.Said said() {
      return new WorkDesk.Said(answer == null ? Map.of() : answer, accepted);
    }
  }

  /** The draft's new version, and what the person should be told about the time at work. */
  record DraftAnswer(int version, SessionAdvice session) {}

  @PutMapping("/work/{packageId}/items/{assignmentId}/draft")
  ResponseEntity<DraftAnswer> draft(
      @PathVariable String packageId,
      @PathVariable String assignmentId,
      @RequestHeader(name = "If-Match", required = false) Optional<String> ifMatch,
      @RequestBody DraftRequest draft,
      Caller caller) {
    caller.mustBe("label items", WORKERS);
    int version =
        desk.saveDraft(
            caller,
            packageId,
            assignmentId,
            expectedVersion(ifMatch),
            draft.said(),
            draft.activeSeconds());
    return ResponseEntity.ok()
        .eTag("\"" + version + "\"")
        .body(new DraftAnswer(version, desk.advice(caller)));
  }

  /** The text of an item. */
  record ItemText(String text) {}

  /** The text of an item, which an opened package leaves out where it is long. */
  @GetMapping("/work/{packageId}/items/{assignmentId}/text")
  ItemText text(@PathVariable String packageId, @PathVariable String assignmentId, Caller caller) {
    caller.mustBe("label items", WORKERS);
    return new ItemText(desk.text(caller, packageId, assignmentId));
  }

  /** The picture, recording or document that an item is. */
  @GetMapping("/work/{packageId}/items/{assignmentId}/object")
  ResponseEntity<Resource> object(
      @PathVariable String packageId, @PathVariable String assignmentId, Caller caller) {
    caller.mustBe("label items", WORKERS);
    ItemObjects.Content content = desk.object(caller, packageId, assignmentId);
    return ServedFile.of(content.mediaType(), content.bytes(), content.content());
  }

  private static int expectedVersion(Optional<String> ifMatch) {
    String version = ifMatch.map(header -> header.replace("\"", "").strip()).orElse("");
    if (!version.matches("\\d{1,9}")) {
      throw new Refusal(
          428,
          "if-match-missing",
          "Send the draft's version in the header If-Match, \"0\" for the first save.");
    }
    return Integer.parseInt(version);
  }

  /** The answer to a submit. */
  record SubmitAnswer(
      @JsonProperty("package") String packageId, int submitted, Optional<NextTask> next) {}

  /**
   * Where it goes on.
   *
   * @param task kind of the task: "work" for the next package, or "clarify-guideline"
   */
  record NextTask(String taskId, String task) {}

  @PostMapping("/work/{packageId}/submit")
  SubmitAnswer submit(
      @PathVariable String packageId,
      @RequestHeader(name = "Idempotency-Key", required = false) Optional<String> key,
      Caller caller) {
    caller.mustBe("label items", WORKERS);
    String idempotencyKey =
        key.filter(text -> !text.isBlank() && text.length() <= 100)
            .orElseThrow(
                () ->
                    new Refusal(
                        428,
                        "idempotency-key-missing",
                        "Send a header Idempotency-Key of up to 100 characters, the same on a"
                            + " retry."));
    WorkDesk.Submitted submitted = desk.submit(caller, packageId, idempotencyKey);
    return new SubmitAnswer(
        submitted.packageId(),
        submitted.submitted(),
        submitted
            .nextTask()
            .map(id -> new NextTask(id, submitted.talk().map(talk -> TALK).orElse(WORK))));
  }
}
