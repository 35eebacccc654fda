package io.touchstone.health.metric;

import io.touchstone.health.metric.HealthRepository.GoldRow;
import io.touchstone.health.metric.HealthRepository.OverrideRow;
import io.touchstone.health.metric.HealthRepository.PublishedRow;
import io.touchstone.health.metric.HealthRepository.ReportRow;
import io.touchstone.health.metric.HealthRepository.WorkRow;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Reads the rows of the last weeks and makes the four metrics of each project from them. */
@Service
public class HealthMeasurement {

  private final HealthRepository rows;
  private final Projects projects;

  HealthMeasurement(HealthRepository rows, Projects projects) {
    this.rows = rows;
    this.projects = projects;
  }

  /**
   * The figures of the week that ends then, and what they were made from.
   *
   * @param weeks how far the charts look back, at least 1
   */
  public Measured measure(Instant to, int weeks) {
    Instant from = to.minus(HealthFigures.WEEK.multipliedBy(weeks));
    List<PublishedRow> published = rows.published(from, to);
    Facts facts =
        new Facts(
            rows.work(from, to),
            rows.gold(from, to),
            rows.reports(from, to),
            published,
            timelines(published),
            labelled(published),
            rows.overrides(from, to));
    Map<String, ProjectHealth> found = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    projects.all().forEach(project -> names.put(project.settings().key(), name(project)));
    for (String key : facts.projects()) {
      found.put(key, ProjectFigures.of(key, names.getOrDefault(key, key), weeks, facts));
    }
    HealthFigures figures =
        new HealthFigures(
            to.minus(HealthFigures.WEEK),
            to,
            Optional.empty(),
            Optional.empty(),
            List.copyOf(found.values()),
            names.keySet().stream().filter(key -> !found.containsKey(key)).count());
    return new Measured(figures, inputs(facts));
  }

  /** Figures and, for whoever asks later, the rows behind them. */
  public record Measured(HealthFigures figures, Map<String, Object> inputs) {}

  /** All rows of the weeks asked for. */
  record Facts(
      List<WorkRow> work,
      List<GoldRow> gold,
      List<ReportRow> reports,
      List<PublishedRow> published,
      Map<String, Map<String, Double>> timelines,
      Map<String, Double> labelled,
      List<OverrideRow> overrides) {

    Set<String> projects() {
      Set<String> keys = new java.util.TreeSet<>();
      work.forEach(row -> keys.add(row.project()));
      gold.forEach(row -> keys.add(row.project()));
      reports.forEach(row -> keys.add(row.project()));
      published.forEach(row -> keys.add(row.project()));
      overrides.forEach(row -> keys.add(row.project()));
      return keys;
    }
  }

  private static String name(Project project) {
    return project.settings().name();
  }

  private static Map<String, Object> inputs(Facts facts) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("judgements", facts.work().stream().mapToLong(WorkRow::judgements).sum());
    inputs.put("goldJudgements", facts.gold().stream().mapToLong(GoldRow::judged).sum());
    inputs.put(
        "reports",
        facts.reports().stream().map(row -> row.batchId() + " round " + row.round()).toList());
    inputs.put("overrides", facts.overrides().stream().mapToLong(OverrideRow::acceptances).sum());
    inputs.put(
        "versions",
        facts.published().stream().map(row -> row.batchId() + " " + row.version()).toList());
    return inputs;
  }

  /** By batch, seconds by part of the road. */
  private Map<String, Map<String, Double>> timelines(List<PublishedRow> published) {
    Map<String, List<BatchTimeline.Turn>> turns = new HashMap<>();
    rows.turns(lastWeek(published))
        .forEach(
            row -> turns.computeIfAbsent(row.batchId(), id -> new ArrayList<>()).add(row.turn()));
    Map<String, Map<String, Double>> timelines = new HashMap<>();
    for (PublishedRow row : published) {
      if (row.weeksAgo() == 0) {
        List<BatchTimeline.Turn> all =
            turns.computeIfAbsent(row.batchId(), id -> new ArrayList<>());
        all.add(new BatchTimeline.Turn(row.built(), BatchTimeline.APPROVAL));
        all.add(new BatchTimeline.Turn(row.approved(), "release"));
        timelines.put(row.batchId(), BatchTimeline.of(row.received(), row.published(), all));
      }
    }
    return timelines;
  }

  private Map<String, Double> labelled(List<PublishedRow> published) {
    Map<String, Double> seconds = new HashMap<>();
    rows.labelled(lastWeek(published)).forEach(row -> seconds.put(row.batchId(), row.seconds()));
    return seconds;
  }

  private static List<String> lastWeek(List<PublishedRow> published) {
    return published.stream()
        .filter(row -> row.weeksAgo() == 0)
        .map(PublishedRow::batchId)
        .toList();
  }
}
