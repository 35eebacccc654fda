package io.touchstone.ingestion;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.editor.ProjectDrafts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Shows what the rules of a draft would do to a text, and stores nothing. */
@Api
class DraftRedactionController {

  private final ProjectDrafts drafts;
  private final DeidentificationPolicies policies;

  DraftRedactionController(ProjectDrafts drafts, DeidentificationPolicies policies) {
    this.drafts = drafts;
    this.policies = policies;
  }

  /** A text to try. */
  record Request(Optional<String> text) {}

  /**
   * The text as an annotator would see it, and why.
   *
   * @param types kinds that can be found
   */
  record Preview(String text, List<Finding> findings, List<String> types) {}

  @PostMapping("/project-drafts/{key}/redaction")
  Preview preview(@PathVariable String key, @RequestBody Request request, Caller caller) {
    caller.mustBe("try the de-identification", Role.DATA_MANAGER);
    String text = request.text().orElse("");
    if (RowText.check(1, Optional.empty(), text) instanceof RowOutcome.Bad bad) {
      throw new Refusal(
          422,
          "unreadable-text",
          "The text is one that a batch could not hold: " + bad.sentence(),
          Map.of("reason", bad.reason().name()));
    }
    Redaction redaction = policies.of(drafts.settings(key)).redactor().redact(text);
    return new Preview(redaction.text(), redaction.findings(), policies.types());
  }
}
