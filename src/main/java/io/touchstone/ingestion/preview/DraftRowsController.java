package io.touchstone.ingestion.preview;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.DeliveryStream;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.editor.ProjectDrafts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what deliveries of a draft would do with a file, and stores nothing. */
@Api
class DraftRowsController {

  /** Longest beginning of a file that is looked at, in bytes. */
  private static final int MOST_BYTES = 8 << 20;

  private final ProjectDrafts drafts;
  private final DeidentificationPolicies policies;

  DraftRowsController(ProjectDrafts drafts, DeidentificationPolicies policies) {
    this.drafts = drafts;
    this.policies = policies;
  }

  /**
   * Columns and first rows of a file, each with what would become of it.
   *
   * @param cut whether these are the first bytes of a longer file
   */
  @RequestBody(
      description = "The file, or its first bytes, of at most 8 MiB",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = "string", format = "binary"))
      })
  @PostMapping("/project-drafts/{key}/rows")
  FirstRows.Seen rows(
      @PathVariable String key,
      @RequestParam(defaultValue = "false") boolean cut,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    caller.mustBe("look at files for a project", Role.DATA_MANAGER);
    RowForm form = policies.of(drafts.settings(key)).rowForm();
    SourceFormat format =
        SourceFormat.ofMediaType(Optional.ofNullable(request.getContentType()).orElse(""))
            .filter(SourceFormat::hasRows)
            .orElseThrow(DraftRowsController::withoutColumns);
    return FirstRows.of(format, body(request), cut, form);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    try (DeliveryStream content = new DeliveryStream(request.getInputStream())) {
      byte[] bytes = content.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refusal(
            413,
            "file-too-long",
            "To look at a file its first 8 MiB are enough: send these, with cut=true.");
      }
      return bytes;
    } catch (DeliveryStream.BrokenOff e) {
      throw BatchIntake.brokenOff();
    }
  }

  private static Refusal withoutColumns() {
    return new Refusal(
        415,
        "no-columns",
        "Only CSV (.csv) and JSON Lines (.jsonl, .ndjson) have columns. Any other file becomes one"
            + " item as a whole; save a table as CSV and a JSON array as JSON Lines.");
  }
}
