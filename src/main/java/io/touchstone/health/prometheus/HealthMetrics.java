package io.touchstone.health.prometheus;

import io.touchstone.health.metric.HealthMeasurement;
import io.touchstone.health.metric.HealthRepository;
import io.touchstone.health.metric.Measure;
import io.touchstone.health.metric.Metric;
import io.touchstone.health.metric.ProjectHealth;
import io.touchstone.platform.security.project.KnownProjects;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The four metrics of the seven days before now, and the backlog, for a monitoring system. */
@Component
class HealthMetrics {

  private static final String AGREEMENT = "touchstone_agreement";
  private static final String THROUGHPUT = "touchstone_judgements_per_person_hour";
  private static final String GOLD = "touchstone_gold_accuracy";
  private static final String TIME = "touchstone_time_to_training_seconds";
  private static final String UNDEFINED = "touchstone_undefined";
  private static final String SIMULATED = "touchstone_simulated_judgements";
  private static final String PACKAGES = "touchstone_backlog_packages";
  private static final String WORK = "touchstone_backlog_person_seconds";

  private final HealthMeasurement measurement;
  private final HealthRepository rows;
  private final Clock clock;

  HealthMetrics(HealthMeasurement measurement, HealthRepository rows, Clock clock) {
    this.measurement = measurement;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * As text; a metric that is undefined has no sample but one that says why.
   *
   * @param known projects that whoever asks may know
   */
  String text(KnownProjects known) {
    PrometheusText text = announced();
    for (ProjectHealth project : measurement.measure(clock.instant(), 1).figures().projects()) {
      String key = project.project();
      if (!known.include(key)) {
        continue;
      }
      measure(text, AGREEMENT, key, project.agreement().now());
      measure(text, THROUGHPUT, key, project.throughput().now());
      measure(text, GOLD, key, project.gold().now());
      time(text, project);
      text.sample(SIMULATED, project.throughput().simulated(), "project", key);
    }
    for (HealthRepository.BacklogRow row : rows.backlog()) {
      if (!known.include(row.project())) {
        continue;
      }
      text.sample(PACKAGES, row.packages(), "project", row.project(), "kind", row.kind());
      text.sample(WORK, row.seconds(), "project", row.project(), "kind", row.kind());
    }
    return text.toString();
  }

  private static PrometheusText announced() {
    PrometheusText text = new PrometheusText();
    bounded(
        text,
        AGREEMENT,
        "Agreement (alpha for labels, exact F1 for spans) of the batch measured last in the last 7"
            + " days");
    bounded(text, THROUGHPUT, "Judgements per person-hour of active time in the last 7 days");
    bounded(text, GOLD, "Share of right judgements on gold items in the last 7 days");
    return text.gauge(
            TIME,
            "Mean seconds from a batch's arrival to its dataset version in the last 7 days, by part"
                + " of the road; the parts add up")
        .gauge(UNDEFINED, "1 for a metric of the last 7 days that is undefined, with the reason")
        .gauge(
            SIMULATED, "Judgements of simulated people in the last 7 days, counted in the others")
        .gauge(PACKAGES, "Work packages not submitted yet, of batches under way")
        .gauge(WORK, "Estimated working time in these packages, in seconds");
  }

  private static void bounded(PrometheusText text, String name, String help) {
    text.gauge(name, help);
    for (String end : List.of("low", "high")) {
      text.gauge(name + "_" + end, help + ", " + end + " end of its 95 % interval");
    }
  }

  private static void measure(PrometheusText text, String name, String project, Measure measure) {
    measure.value().ifPresent(value -> text.sample(name, value, "project", project));
    measure.low().ifPresent(low -> text.sample(name + "_low", low, "project", project));
    measure.high().ifPresent(high -> text.sample(name + "_high", high, "project", project));
    undefined(text, name, project, measure);
  }

  private static void undefined(PrometheusText text, String name, String project, Measure measure) {
    if (measure.value().isEmpty()) {
      text.sample(
          UNDEFINED,
          1,
          "project",
          project,
          "metric",
          name.substring("touchstone_".length()),
          "reason",
          measure.reason());
    }
  }

  private static void time(PrometheusText text, ProjectHealth project) {
    Metric time = project.timeToTraining();
    for (ProjectHealth.StageTime stage : project.stages()) {
      text.sample(
          TIME,
          stage.seconds() / time.count(),
          "project",
          project.project(),
          "stage",
          stage.stage());
    }
    undefined(text, TIME, project.project(), time.now());
  }
}
