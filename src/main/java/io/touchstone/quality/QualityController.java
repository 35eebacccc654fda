package io.touchstone.quality;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was measured on a batch, and the judgements it was measured from. */
@Api
class QualityController {

  private final QualityMeasurement measurement;
  private final RoutingReport routing;
  private final JudgementLines judgements;

  QualityController(
      QualityMeasurement measurement, RoutingReport routing, JudgementLines judgements) {
    this.measurement = measurement;
    this.routing = routing;
    this.judgements = judgements;
  }

  /**
   * What is known of a batch's quality.
   *
   * @param reports the newest first; none before it was measured
   * @param routes how many items went where for which reason, pass by pass
   * @param audit what the random audit of accepted items has found so far
   */
  record Quality(
      String batchId, List<QualityReport> reports, List<RouteCount> routes, AuditView audit) {}

  /**
   * Every number with where it comes from. Not for reviewers and annotators: figures of persons,
   * even under pseudonyms, are none of their business.
   */
  @GetMapping("/batches/{id}/quality")
  Quality quality(@PathVariable String id, Caller caller) {
    caller.mustBe("read quality reports", Role.DATA_MANAGER, Role.PROCESS_OWNER, Role.AUDITOR);
    return new Quality(id, measurement.reports(id), routing.routes(id), routing.audit(id));
  }

  /** Current judgements as JSON Lines, annotators under pseudonyms, gold items left out. */
  @GetMapping(path = "/batches/{id}/judgements", produces = "application/x-ndjson")
  void judgements(@PathVariable String id, Caller caller, HttpServletResponse response)
      throws IOException {
    caller.mustBe("read judgements", Role.DATA_MANAGER, Role.AUDITOR, Role.TRAINING_ENGINEER);
    judgements.requireBatch(id);
    response.setContentType("application/x-ndjson");
    response.setHeader("Cache-Control", "no-store");
    judgements.write(id, response.getOutputStream());
  }
}
