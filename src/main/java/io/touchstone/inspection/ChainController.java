package io.touchstone.inspection;

import io.touchstone.audit.AuditChain;
import io.touchstone.audit.ChainCheck;
import io.touchstone.audit.Seal;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the audit trail is as it was written, and the seals that prove it elsewhere. */
@Api
class ChainController {

  private final AuditChain chain;
  private final Json json;

  ChainController(AuditChain chain, Json json) {
    this.chain = chain;
    this.json = json;
  }

  /**
   * The answer of a walk along the whole chain.
   *
   * @param unbroken whether every hash fits the events as they are now
   * @param brokenSeal number of the first seal that does not fit, 0 for the trail as a whole
   */
  record Check(
      boolean unbroken,
      String sentence,
      Optional<Long> seals,
      Optional<Long> events,
      Optional<Long> waiting,
      Optional<String> head,
      Optional<Long> brokenSeal) {

    static Check of(ChainCheck found) {
      if (found instanceof ChainCheck.Broken broken) {
        return new Check(
            false,
            broken.sentence(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(broken.seal()));
      }
      ChainCheck.Intact intact = (ChainCheck.Intact) found;
      return new Check(
          true,
          "%d events are as they were sealed; %d newer ones wait for the next seal."
              .formatted(intact.events(), intact.waiting()),
          Optional.of(intact.seals()),
          Optional.of(intact.events()),
          Optional.of(intact.waiting()),
          Optional.of(intact.head()),
          Optional.empty());
    }
  }

  @GetMapping("/audit/check")
  Check check(Caller caller) {
    Auditor.require(caller);
    return Check.of(chain.check());
  }

  /** Every seal, one JSON object a line, the first one first. */
  @GetMapping("/audit/seals")
  void seals(Caller caller, HttpServletResponse response) throws IOException {
    Auditor.require(caller);
    response.setContentType("application/x-ndjson");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit-seals.jsonl\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    chain.forEach(seal -> write(out, seal));
    out.flush();
  }

  private void write(Writer out, Seal seal) {
    try {
      out.append(json.write(seal)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of the seals has gone.", e);
    }
  }
}
