package io.touchstone.quality;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a batch's items went, and what the sample of the accepted ones shows. */
@Service
public class RoutingReport {

  private final RoutingRepository routing;
  private final AuditSampleRepository samples;

  RoutingReport(RoutingRepository routing, AuditSampleRepository samples) {
    this.routing = routing;
    this.samples = samples;
  }

  /** Pass by pass; nothing before the first. */
  @Transactional(readOnly = true)
  List<RouteCount> routes(String batchId) {
    return routing.counts(batchId);
  }

  /** As far as reviewers have come, with its interval. */
  @Transactional(readOnly = true)
  AuditView audit(String batchId) {
    return AuditView.of(samples.count(batchId));
  }

  /**
   * Where items went in all passes together.
   *
   * @param accepted by votes alone
   * @param extraLabels that were asked for
   * @param reviewed sent to a reviewer for what had been said of them
   * @param audit what the sample of the accepted ones has shown
   */
  public record Summary(long accepted, long extraLabels, long reviewed, AuditCount audit) {}

  /** In four figures. */
  @Transactional(readOnly = true)
  public Summary summary(String batchId) {
    List<RouteCount> all = routing.counts(batchId);
    return new Summary(
        items(all, Route.To.ACCEPT),
        items(all, Route.To.EXTRA_LABEL),
        items(all, Route.To.REVIEW),
        samples.count(batchId));
  }

  private static long items(List<RouteCount> counts, Route.To to) {
    return counts.stream()
        .filter(each -> each.route().equals(to.id()))
        .mapToLong(RouteCount::items)
        .sum();
  }
}
