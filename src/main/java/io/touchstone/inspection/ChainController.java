package io.touchstone.inspection;

import io.touchstone.audit.AuditChain;
import io.touchstone.audit.ChainCheck;
import io.touchstone.audit.Coverage;
import io.touchstone.audit.History;
import io.touchstone.audit.RowDifference;
import io.touchstone.platform.database.ApplicationRole;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.security.Caller;
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
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the audit trail is as it was written, and the seals that prove it elsewhere. */
@Api
class ChainController {

  private final AuditChain chain;
  private final History history;
  private final ApplicationRole role;
  private final Json json;

  ChainController(AuditChain chain, History history, ApplicationRole role, Json json) {
    this.chain = chain;
    this.history = history;
    this.role = role;
    this.json = json;
  }

  /**
   * The answer of a check.
   *
   * @param unbroken whether every hash fits the events as they are now, and every digest in them
   *     the rows
   * @param brokenSeal number of the first seal that does not fit, 0 for the trail as a whole
   * @param coverage by kind of rows: how many are covered, how many are older
   * @param kindOfRow kind of the first row that is not as it was recorded
   * @param outside what is known of the newest seal's copy outside of the database
   * @param role what the database lets the application do
   */
  record Check(
      boolean unbroken,
      String sentence,
      Optional<Long> seals,
      Optional<Long> events,
      Optional<Long> waiting,
      Optional<String> head,
      Optional<Long> brokenSeal,
      List<Coverage> coverage,
      Optional<String> kindOfRow,
      Optional<String> outside,
      String role) {

    static Check of(History.Found found, String outside, String role) {
      if (found.chain() instanceof ChainCheck.Broken broken) {
        return new Check(
            false,
            broken.sentence(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(broken.seal()),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            role);
      }
      ChainCheck.Intact intact = (ChainCheck.Intact) found.chain();
      return new Check(
          found.unbroken(),
          found.difference().map(RowDifference::sentence).orElseGet(() -> sentence(found, intact)),
          Optional.of(intact.seals()),
          Optional.of(intact.events()),
          Optional.of(intact.waiting()),
          Optional.of(intact.head()),
          Optional.empty(),
          found.coverage(),
          found.difference().map(RowDifference::kind),
          Optional.of(outside),
          role);
    }

    private static String sentence(History.Found found, ChainCheck.Intact intact) {
      long rows = found.coverage().stream().mapToLong(Coverage::rows).sum();
      long older = found.coverage().stream().mapToLong(Coverage::older).sum();
      return "%d events are as they were sealed; %d newer ones wait for the next seal. %d rows are as they were recorded%s."
          .formatted(
              intact.events(),
              intact.waiting(),
              rows,
              older == 0
                  ? ""
                  : "; %d are older than recording and covered by nothing".formatted(older));
    }
  }

  /**
   * Checks the trail and the rows that it covers.
   *
   * @param batch rows of this batch only; the trail is always checked whole
   */
  @Reach(Reach.Over.EVERY_PROJECT)
  @GetMapping("/audit/check")
  Check check(@RequestParam Optional<String> batch, Caller caller) {
    Auditor.require(caller);
    return Check.of(
        history.check(batch),
        chain.secondPlace(),
        role.restricted()
            ? "The application's role of the database may add to the append-only tables and not"
                + " change them."
            : "The application's role of the database owns the tables and could change them;"
                + " config/README.md says how to give them an owner of their own.");
  }

  /** Every recorded row as the digests cover it, one JSON object a line, kind by kind. */
  @Reach(Reach.Over.EVERY_PROJECT)
  @GetMapping("/audit/rows")
  void rows(Caller caller, HttpServletResponse response) throws IOException {
    Auditor.require(caller);
    Writer out = lines(response, "audit-rows.jsonl");
    history.forEachRow(row -> write(out, row));
    out.flush();
  }

  /** Every seal, one JSON object a line, the first one first. */
  @Reach(Reach.Over.EVERY_PROJECT)
  @GetMapping("/audit/seals")
  void seals(Caller caller, HttpServletResponse response) throws IOException {
    Auditor.require(caller);
    Writer out = lines(response, "audit-seals.jsonl");
    chain.forEach(seal -> write(out, seal));
    out.flush();
  }

  private static Writer lines(HttpServletResponse response, String file) throws IOException {
    response.setContentType("application/x-ndjson");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return new BufferedWriter(
        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
  }

  private void write(Writer out, Object line) {
    try {
      out.append(json.write(line)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of an export has gone.", e);
    }
  }
}
