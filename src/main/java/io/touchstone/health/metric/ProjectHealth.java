package io.touchstone.health.metric;

import java.util.List;
import java.util.Optional;

/**
 * How one project is.
 *
 * @param agreement Krippendorff's alpha, or exact F1 of spans, of the batch measured last in each
 *     week, with its interval
 * @param measured batches measured in the week under review, the newest first
 * @param throughput judgements per person-hour of active time, 95 % interval
 * @param personDays on how many days of one person the throughput rests
 * @param trend of the throughput
 * @param gold accuracy on gold items, 95 % Wilson interval
 * @param timeToTraining seconds from a batch's arrival to its published version: median, shortest
 *     and longest of the week
 * @param stages where that time went, all batches of the week together; empty without one
 * @param labelledSeconds active labelling time within it, of all people together
 * @param overridden batches accepted against their gates
 */
public record ProjectHealth(
    String project,
    String name,
    Metric agreement,
    List<String> measured,
    Metric throughput,
    long personDays,
    Trend trend,
    Metric gold,
    Metric timeToTraining,
    List<StageTime> stages,
    double labelledSeconds,
    Overridden overridden) {

  /** Reviews of before overrides were counted lack them. */
  public ProjectHealth {
    overridden = overridden == null ? new Overridden(List.of(), 0) : overridden;
  }

  /**
   * A part of the road, all batches together.
   *
   * @param stage id of a stage, or "approval" or "held"
   * @param share of the whole time, 0 to 1
   */
  public record StageTime(String stage, double seconds, double share) {}

  /** With what the review before this one showed. */
  public ProjectHealth after(Optional<ProjectHealth> before) {
    return new ProjectHealth(
        project,
        name,
        agreement.after(before.map(ProjectHealth::agreement)),
        measured,
        throughput.after(before.map(ProjectHealth::throughput)),
        personDays,
        trend,
        gold.after(before.map(ProjectHealth::gold)),
        timeToTraining.after(before.map(ProjectHealth::timeToTraining)),
        stages,
        labelledSeconds,
        overridden);
  }

  /** Share of a part of the road; empty if no batch ended in the week. */
  Optional<Double> shareOf(String stage) {
    if (stages.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        stages.stream()
            .filter(each -> each.stage().equals(stage))
            .mapToDouble(StageTime::share)
            .sum());
  }
}
