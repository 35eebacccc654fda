package io.touchstone.quality;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a batch's items went, and what the sample of the accepted ones shows. */
@Service
class RoutingReport {

  private final RoutingRepository routing;
  private final AuditSampleRepository samples;

  RoutingReport(RoutingRepository routing, AuditSampleRepository samples) {
    this.routing = routing;
    this.samples = samples;
  }

  /** Pass by pass; nothing before the first. */
  @Transactional(readOnly = true)
  public List<RouteCount> routes(String batchId) {
    return routing.counts(batchId);
  }

  /** As far as reviewers have come. */
  @Transactional(readOnly = true)
  public AuditView audit(String batchId) {
    return AuditView.of(samples.count(batchId));
  }
}
