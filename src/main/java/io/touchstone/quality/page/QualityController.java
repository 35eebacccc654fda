package io.touchstone.quality.page;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.quality.coaching.AnnotatorModel;
import io.touchstone.quality.coaching.AnnotatorView;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.measurement.QualityReport;
import io.touchstone.quality.routing.RouteCount;
import io.touchstone.quality.verdict.AuditView;
import io.touchstone.quality.verdict.RoutingReport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was measured on a batch, and the judgements it was measured from. */
@Api
class QualityController {

  private static final int MOST_POINTS = 12;

  private final QualityMeasurement measurement;
  private final RoutingReport routing;
  private final JudgementLines judgements;
  private final AnnotatorModel annotators;
  private final FigureWorkings workings;
  private final WorkingRepository counts;

  QualityController(
      QualityMeasurement measurement,
      RoutingReport routing,
      JudgementLines judgements,
      AnnotatorModel annotators,
      FigureWorkings workings,
      WorkingRepository counts) {
    this.measurement = measurement;
    this.routing = routing;
    this.annotators = annotators;
    this.judgements = judgements;
    this.workings = workings;
    this.counts = counts;
  }

  /**
   * What is known of a batch's quality.
   *
   * @param reports the newest first; none before it was measured
   */
  record Quality(String batchId, List<QualityReport> reports) {}

  /**
   * Every number with where it comes from. Not for reviewers and annotators: figures of persons,
   * even under pseudonyms, are none of their business.
   */
  @GetMapping("/batches/{id}/quality")
  Quality quality(@PathVariable String id, Caller caller) {
    mustRead(caller);
    return new Quality(id, measurement.reports(id));
  }

  /**
   * Where a batch's items went, counted when it is asked for.
   *
   * @param routes how many items went where for which reason, pass by pass
   * @param audit what the random audit of accepted items has found so far
   */
  record Routing(String batchId, List<RouteCount> routes, AuditView audit) {}

  /** Who decides which items, and how often votes alone were wrong. */
  @GetMapping("/batches/{id}/quality/routing")
  Routing routing(@PathVariable String id, Caller caller) {
    mustRead(caller);
    measurement.requireBatch(id);
    return new Routing(id, routing.routes(id), routing.audit(id));
  }

  /** Everybody of the newest measurement; nobody before the first. */
  record Annotators(String batchId, List<AnnotatorView> annotators) {}

  /** How each person works, under pseudonyms; for the same readers as the reports. */
  @GetMapping("/batches/{id}/quality/annotators")
  Annotators annotators(@PathVariable String id, Caller caller) {
    mustRead(caller);
    return new Annotators(id, annotators.of(id));
  }

  /**
   * One figure of the newest report with its formula, the numbers put in and what was left out.
   *
   * @param figure its name, as "alphaNominal"; "gold", "shift" and "commission" beside those of
   *     agreement
   * @param label the class, or of gold the person, that it is of; all together when absent
   * @param question of which of several it is; the worst when absent
   */
  @GetMapping("/batches/{id}/quality/working")
  FigureWorking working(
      @PathVariable String id,
      @RequestParam Optional<String> figure,
      @RequestParam Optional<String> label,
      @RequestParam Optional<String> question,
      Caller caller) {
    mustRead(caller);
    return workings.open(id, figure.orElse(""), label, question);
  }

  /** Figures of a batch and of those of its project before it, the newest first. */
  record Drift(String batchId, List<WorkingRepository.Point> points) {}

  /** How agreement and gold moved from batch to batch, at most twelve of them. */
  @GetMapping("/batches/{id}/quality/drift")
  Drift drift(@PathVariable String id, Caller caller) {
    mustRead(caller);
    measurement.requireBatch(id);
    return new Drift(id, counts.drift(id, MOST_POINTS));
  }

  private static void mustRead(Caller caller) {
    caller.mustBe("read quality reports", Role.DATA_MANAGER, Role.PROCESS_OWNER, Role.AUDITOR);
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
