package io.touchstone.health.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One number of one project, as the table health-actions is asked about it.
 *
 * @param inputs by name; null for what is undefined
 */
public record HealthFinding(String project, String metric, Map<String, Object> inputs) {

  /** Five of each project, in its order. */
  public static List<HealthFinding> of(HealthFigures figures) {
    List<HealthFinding> findings = new ArrayList<>();
    for (ProjectHealth project : figures.projects()) {
      findings.add(of(project, "agreement", project.agreement()));
      findings.add(of(project, "throughput", project.throughput()));
      findings.add(of(project, "gold", project.gold()));
      findings.add(of(project, "time", project.timeToTraining()));
      findings.add(overridden(project));
    }
    return findings;
  }

  /** A count is known exactly; so many more than in the week before. */
  private static HealthFinding overridden(ProjectHealth project) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("metric", "overrides");
    inputs.put("undefinedBecause", "");
    inputs.put("low", (double) project.overridden().now());
    inputs.put("high", (double) project.overridden().now());
    inputs.put("change", (double) (project.overridden().now() - project.overridden().before()));
    for (String other : List.of("trendP", "trendPerWeek", "heldShare", "approvalShare")) {
      inputs.put(other, null);
    }
    return new HealthFinding(project.project(), "overrides", inputs);
  }

  private static HealthFinding of(ProjectHealth project, String metric, Metric figures) {
    Measure now = figures.now();
    Optional<Double> before = figures.previous().flatMap(Measure::value);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("metric", metric);
    inputs.put("undefinedBecause", now.reason());
    inputs.put("low", now.low().orElse(null));
    inputs.put("high", now.high().orElse(null));
    inputs.put(
        "change",
        now.value().isPresent() && before.isPresent() ? now.value().get() - before.get() : null);
    boolean throughput = metric.equals("throughput");
    inputs.put("trendP", throughput ? project.trend().pValue().orElse(null) : null);
    inputs.put("trendPerWeek", throughput ? project.trend().sharePerWeek().orElse(null) : null);
    boolean time = metric.equals("time");
    inputs.put("heldShare", time ? project.shareOf(BatchTimeline.HELD).orElse(null) : null);
    inputs.put("approvalShare", time ? project.shareOf(BatchTimeline.APPROVAL).orElse(null) : null);
    return new HealthFinding(project.project(), metric, inputs);
  }
}
