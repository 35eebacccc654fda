package io.touchstone.ingestion;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Shows what stage 1 would do to a text, and stores nothing. */
@Api
class RedactionController {

  private final Projects projects;
  private final DeidentificationPolicies policies;

  RedactionController(Projects projects, DeidentificationPolicies policies) {
    this.projects = projects;
    this.policies = policies;
  }

  /** A text to try. */
  record Request(Optional<String> project, Optional<String> text) {}

  /** The text as an annotator would see it, and why. */
  record Preview(String text, List<Finding> findings, String policySha256) {}

  /** De-identifies a text under a project's policy. */
  @PostMapping("/redaction/preview")
  Preview preview(@RequestBody Request request, Caller caller) {
    caller.mustBe(
        "try the de-identification",
        Role.DATA_MANAGER,
        Role.PRIVACY_OFFICER,
        Role.PROCESS_OWNER,
        Role.AUDITOR);
    String project = request.project().orElseThrow(() -> missing("project"));
    String text = request.text().orElseThrow(() -> missing("text"));
    if (RowText.check(1, Optional.empty(), text) instanceof RowOutcome.Bad bad) {
      throw new Refusal(
          422,
          "unreadable-text",
          "The text is one that a batch could not hold: " + bad.sentence(),
          Map.of("reason", bad.reason().name()));
    }
    DeidentificationPolicy policy = policies.of(projects.require(project).settings());
    Redaction redaction = policy.redactor().redact(text);
    return new Preview(redaction.text(), redaction.findings(), policy.sha256());
  }

  private static Refusal missing(String field) {
    return new Refusal(
        422,
        "missing-field",
        "The field \"" + field + "\" is missing. Send {\"project\": ..., \"text\": ...}.");
  }
}
