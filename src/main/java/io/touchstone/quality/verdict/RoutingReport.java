package io.touchstone.quality.verdict;

import io.touchstone.quality.routing.Route;
import io.touchstone.quality.routing.RouteCount;
import io.touchstone.quality.routing.RoutingRepository;
import java.util.List;
import java.util.Map;
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
  public List<RouteCount> routes(String batchId) {
    return routing.counts(batchId);
  }

  /** As far as reviewers have come, with its interval. */
  @Transactional(readOnly = true)
  public AuditView audit(String batchId) {
    return AuditView.of(samples.count(batchId));
  }

  /**
   * Where items ended up.
   *
   * @param accepted by votes alone
   * @param extraLabels that were asked for, in all passes
   * @param reviewed sent to a reviewer for what had been said of them
   * @param audit what the sample of the accepted ones has shown
   */
  public record Summary(long accepted, long extraLabels, long reviewed, AuditCount audit) {}

  /** In four figures; an item counts where its last pass sent it. */
  @Transactional(readOnly = true)
  public Summary summary(String batchId) {
    Map<String, Long> last = routing.lastRoutes(batchId);
    return new Summary(
        last.getOrDefault(Route.To.ACCEPT.id(), 0L),
        routing.extraLabels(batchId),
        last.getOrDefault(Route.To.REVIEW.id(), 0L),
        samples.count(batchId));
  }
}
