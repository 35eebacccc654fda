package io.touchstone.ingestion.manifest;

import io.touchstone.ingestion.erasure.RawErasure;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Manifests: the list, one at a glance, whole as JSON Lines; and the erasure of raw objects. */
@Api
class ManifestController {

  private static final Role[] READERS = {
    Role.DATA_MANAGER, Role.PRIVACY_OFFICER, Role.AUDITOR, Role.PROCESS_OWNER
  };

  private final Manifest manifest;
  private final RawErasure erasure;
  private final Json json;
  private final ProjectAccess access;

  ManifestController(Manifest manifest, RawErasure erasure, Json json, ProjectAccess access) {
    this.access = access;
    this.manifest = manifest;
    this.erasure = erasure;
    this.json = json;
  }

  /** Whether the privacy officer's page is worth showing to the caller. */
  record Access(boolean mayRead, boolean mayErase) {}

  /** Anybody may ask for himself. */
  @GetMapping("/manifests/access")
  Access access(Caller caller) {
    return new Access(caller.mayActAs(READERS), caller.mayActAs(Role.PRIVACY_OFFICER));
  }

  /** The newest manifests. */
  record Listing(List<ManifestOverview.Entry> manifests) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/manifests")
  Listing list(Caller caller) {
    caller.mustBe("read manifests", READERS);
    return new Listing(manifest.newest(access.known(caller)));
  }

  /** The manifest at a glance; its root is recomputed for the answer. */
  @GetMapping("/batches/{id}/manifest/overview")
  ManifestOverview overview(@PathVariable String id, Caller caller) {
    caller.mustBe("read the manifest", READERS);
    return manifest.overview(id);
  }

  /** Where the batch's items come from, as W3C PROV-JSON. */
  @GetMapping("/batches/{id}/manifest/provenance")
  Map<String, ?> provenance(@PathVariable String id, Caller caller) {
    caller.mustBe("read the manifest", READERS);
    return Provenance.of(manifest.overview(id));
  }

  /** Why the raw objects are erased. */
  record Erasure(Optional<String> reason) {}

  /** Destroys the key of the batch's raw objects and removes them, for good. */
  @PostMapping("/batches/{id}/erasure")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Object> erase(@PathVariable String id, @RequestBody Erasure asked, Caller caller) {
    caller.mustBe("erase raw objects", Role.PRIVACY_OFFICER);
    erasure.ask(id, caller.id(), asked.reason().orElse(""));
    return Map.of();
  }

  /** Every row of the batch and what became of it. */
  @GetMapping("/batches/{id}/manifest")
  void manifest(@PathVariable String id, Caller caller, HttpServletResponse response)
      throws IOException {
    caller.mustBe("read the manifest", READERS);
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
    Map<String, Object> line = entry.line();
    kept.ifPresent(reason -> line.put("notDeidentifiedBecause", reason));
    try {
      out.write(json.write(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of a manifest has gone.", e);
    }
  }
}
