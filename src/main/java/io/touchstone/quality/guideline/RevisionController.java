package io.touchstone.quality.guideline;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.engine.task.TaskPage;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** The page of "Revise guideline". */
@Api
class RevisionController {

  private final TaskPage page;
  private final RevisionDesk desk;

  RevisionController(PersonTasks tasks, RevisionDesk desk) {
    page =
        new TaskPage(tasks, ReviseGuidelinePolicy.TASK, Role.GUIDELINE_OWNER, "revise guidelines");
    this.desk = desk;
  }

  /**
   * What is in the editor.
   *
   * @param baseVersion the guideline version that the text began with
   */
  record Text(
      Optional<Integer> baseVersion,
      Optional<String> markdown,
      Optional<String> note,
      Optional<List<String>> labels) {}

  /**
   * An owner's answer.
   *
   * @param decision revise or keep
   * @param reason why the guideline stays as it is
   */
  record Answer(
      Optional<String> decision,
      Optional<String> reason,
      Optional<Integer> baseVersion,
      Optional<String> markdown,
      Optional<String> note,
      Optional<List<String>> labels) {}

  @GetMapping("/guideline-revisions/{taskId}")
  RevisionPage page(@PathVariable String taskId, Caller caller) {
    return desk.page(page.require(taskId, caller), caller.id());
  }

  @PutMapping("/guideline-revisions/{taskId}/draft")
  ResponseEntity<Map<String, Integer>> draft(
      @PathVariable String taskId,
      @RequestHeader(name = "If-Match", required = false) Optional<String> ifMatch,
      @RequestBody Text text,
      Caller caller) {
    OpenTask task = page.require(taskId, caller);
    int version =
        desk.saveDraft(
            task,
            caller.id(),
            new GuidelineDraftRepository.Draft(
                expectedVersion(ifMatch),
                text.baseVersion().orElse(0),
                text.markdown().orElse(""),
                text.note().orElse(""),
                text.labels().orElse(List.of())));
    return ResponseEntity.ok().eTag("\"" + version + "\"").body(Map.of("version", version));
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

  @PostMapping("/guideline-revisions/{taskId}")
  Map<String, Object> decide(
      @PathVariable String taskId, @RequestBody Answer answer, Caller caller) {
    page.complete(
        taskId,
        caller,
        Map.of(
            "decision", answer.decision(),
            "reason", answer.reason(),
            "baseVersion", answer.baseVersion(),
            "markdown", answer.markdown(),
            "note", answer.note(),
            "labels", answer.labels()));
    return Map.of();
  }
}
