package io.touchstone.ingestion;

import io.touchstone.pipeline.Batch;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The manifest as JSON Lines, one line per row received. */
@Api
class ManifestController {

  private final Manifest manifest;
  private final Json json;

  ManifestController(Manifest manifest, Json json) {
    this.manifest = manifest;
    this.json = json;
  }

  /** Every row of the batch and what became of it. */
  @GetMapping("/batches/{id}/manifest")
  void manifest(@PathVariable String id, Caller caller, HttpServletResponse response)
      throws IOException {
    caller.mustBe(
        "read the manifest",
        Role.DATA_MANAGER,
        Role.PRIVACY_OFFICER,
        Role.AUDITOR,
        Role.PROCESS_OWNER);
    Batch batch = manifest.batch(id);
    Optional<String> kept = manifest.reasonForKeeping(batch);
    response.setContentType("application/x-ndjson");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    manifest.forEach(id, entry -> write(out, entry, kept));
    out.flush();
  }

  private void write(Writer out, ManifestEntry entry, Optional<String> kept) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("source", entry.sourceId());
    line.put("row", entry.row());
    line.put("status", entry.status().name().toLowerCase(Locale.ROOT));
    entry.reason().ifPresent(reason -> line.put("reason", reason));
    entry.sentence().ifPresent(sentence -> line.put("sentence", sentence));
    entry.itemId().ifPresent(item -> line.put("item", item));
    entry.duplicateOf().ifPresent(row -> line.put("duplicateOf", row));
    line.put("findings", entry.findings());
    if (entry.corrected() > 0) {
      line.put("corrected", entry.corrected());
    }
    if (entry.foundAgain() > 0) {
      line.put("foundAgain", entry.foundAgain());
    }
    line.put("policySha256", entry.policySha256());
    kept.ifPresent(reason -> line.put("notDeidentifiedBecause", reason));
    try {
      out.write(json.write(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of a manifest has gone.", e);
    }
  }
}
