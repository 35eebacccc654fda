package io.touchstone.ingestion.preview;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.deidentification.Finding;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.Redaction;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.RowText;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.editor.ProjectDrafts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Shows what the rules of a draft would do to a text or a file, and stores nothing. */
@Api
class DraftRedactionController {

  private final ProjectDrafts drafts;
  private final DeidentificationPolicies policies;
  private final ObjectTrial trial;

  DraftRedactionController(
      ProjectDrafts drafts, DeidentificationPolicies policies, ObjectTrial trial) {
    this.drafts = drafts;
    this.policies = policies;
    this.trial = trial;
  }

  /** A text to try. */
  record Request(Optional<String> text) {}

  /**
   * The text as an annotator would see it, and why.
   *
   * @param offsets raw start, raw end, start and end in the text of each finding, in code points
   * @param types kinds that can be found
   */
  record Preview(String text, List<Finding> findings, OffsetMap offsets, List<String> types) {}

  @PostMapping("/project-drafts/{key}/redaction")
  Preview preview(@PathVariable String key, @RequestBody Request request, Caller caller) {
    mayTry(caller);
    String text = request.text().orElse("");
    if (RowText.check(1, Optional.empty(), text) instanceof RowOutcome.Bad bad) {
      throw new Refusal(
          422,
          "unreadable-text",
          "The text is one that a batch could not hold: " + bad.sentence(),
          Map.of("reason", bad.reason().name()));
    }
    Redaction redaction = policies.of(drafts.settings(key)).redactor().redact(text);
    return new Preview(
        redaction.text(), redaction.findings(), redaction.offsets(), policies.types());
  }

  /**
   * What would become of a file that is delivered as one object: the body, of at most 32 MiB, under
   * the media type that a delivery would name.
   */
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      description = "The file, of at most 32 MiB; what it is, its content tells",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary")))
  @PostMapping("/project-drafts/{key}/redaction/file")
  TriedObject tryFile(@PathVariable String key, HttpServletRequest request, Caller caller)
      throws IOException {
    mayTry(caller);
    DeidentificationPolicy policy = policies.of(drafts.settings(key));
    SourceFormat format =
        Optional.ofNullable(request.getContentType())
            .flatMap(SourceFormat::ofMediaType)
            .orElseThrow(BatchIntake::unsupported);
    return TriedObject.of(trial.of(format, request.getInputStream(), policy));
  }

  private static void mayTry(Caller caller) {
    caller.mustBe("try the de-identification", Role.DATA_MANAGER);
  }
}
