package io.touchstone.health.metric;

import io.touchstone.health.metric.HealthMeasurement.Facts;
import io.touchstone.health.metric.HealthRepository.GoldRow;
import io.touchstone.health.metric.HealthRepository.OverrideRow;
import io.touchstone.health.metric.HealthRepository.PublishedRow;
import io.touchstone.health.metric.HealthRepository.ReportRow;
import io.touchstone.health.metric.HealthRepository.WorkRow;
import io.touchstone.health.metric.Pace.PersonDay;
import io.touchstone.health.metric.ProjectHealth.StageTime;
import io.touchstone.statistics.TheilSen;
import io.touchstone.statistics.WilsonInterval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The figures of one project, from the rows of all. */
final class ProjectFigures {

  private final int weeks;
  private final List<WorkRow> work;
  private final List<GoldRow> gold;
  private final List<ReportRow> reports;
  private final List<PublishedRow> published;
  private final List<OverrideRow> overrides;

  private ProjectFigures(String project, int weeks, Facts facts) {
    this.weeks = weeks;
    this.work = facts.work().stream().filter(row -> row.project().equals(project)).toList();
    this.gold = facts.gold().stream().filter(row -> row.project().equals(project)).toList();
    this.reports = facts.reports().stream().filter(row -> row.project().equals(project)).toList();
    this.published =
        facts.published().stream().filter(row -> row.project().equals(project)).toList();
    this.overrides =
        facts.overrides().stream().filter(row -> row.project().equals(project)).toList();
  }

  static ProjectHealth of(String project, String name, int weeks, Facts facts) {
    ProjectFigures own = new ProjectFigures(project, weeks, facts);
    Metric throughput = own.throughput();
    List<StageTime> stages = own.stages(facts.timelines());
    return new ProjectHealth(
        project,
        name,
        own.agreement(),
        own.reports.stream().filter(row -> row.weeksAgo() == 0).map(ReportRow::batchId).toList(),
        throughput,
        own.personDays(0).size(),
        Trend.of(throughput.weeks()),
        own.gold(),
        own.timeToTraining(),
        stages,
        own.publishedAgo(0).stream()
            .mapToDouble(row -> facts.labelled().getOrDefault(row.batchId(), 0.0))
            .sum(),
        own.overridden());
  }

  private Overridden overridden() {
    List<Long> each = new ArrayList<>();
    for (int ago = weeks - 1; ago >= 0; ago--) {
      each.add(overriddenAgo(ago).map(OverrideRow::acceptances).orElse(0L));
    }
    return new Overridden(each, overriddenAgo(0).map(OverrideRow::batches).orElse(0L));
  }

  private Optional<OverrideRow> overriddenAgo(int ago) {
    return overrides.stream().filter(row -> row.weeksAgo() == ago).findFirst();
  }

  private List<Measure> eachWeek(IntFunction<Measure> ofWeeksAgo) {
    List<Measure> measures = new ArrayList<>();
    for (int ago = weeks - 1; ago >= 0; ago--) {
      measures.add(ofWeeksAgo.apply(ago));
    }
    return measures;
  }

  private Metric agreement() {
    List<Measure> all =
        eachWeek(
            ago ->
                newestReport(ago)
                    .map(ReportRow::agreement)
                    .orElse(Measure.undefined("no-batch-measured")));
    Optional<ReportRow> newest = newestReport(0);
    return new Metric(
        all,
        newest.map(ReportRow::items).orElse(0L),
        newest.map(ReportRow::simulated).orElse(0L),
        Optional.empty());
  }

  private Optional<ReportRow> newestReport(int ago) {
    return reports.stream().filter(row -> row.weeksAgo() == ago).findFirst();
  }

  private Metric throughput() {
    List<WorkRow> week = work.stream().filter(row -> row.weeksAgo() == 0).toList();
    return new Metric(
        eachWeek(ago -> Pace.of(personDays(ago))),
        week.stream().mapToLong(WorkRow::judgements).sum(),
        week.stream().mapToLong(WorkRow::simulated).sum(),
        Optional.empty());
  }

  private List<PersonDay> personDays(int ago) {
    Map<List<String>, PersonDay> days = new LinkedHashMap<>();
    work.stream()
        .filter(row -> row.weeksAgo() == ago)
        .forEach(
            row ->
                days.merge(
                    List.of(row.person(), row.day()),
                    new PersonDay(row.judgements(), row.seconds()),
                    (one, other) ->
                        new PersonDay(
                            one.judgements() + other.judgements(),
                            one.seconds() + other.seconds())));
    return List.copyOf(days.values());
  }

  private Metric gold() {
    Optional<GoldRow> week = goldAgo(0);
    return new Metric(
        eachWeek(this::goldAccuracy),
        week.map(GoldRow::judged).orElse(0L),
        week.map(GoldRow::simulated).orElse(0L),
        Optional.empty());
  }

  private Measure goldAccuracy(int ago) {
    return goldAgo(ago)
        .map(
            row -> {
              WilsonInterval interval =
                  WilsonInterval.of(row.correct(), row.judged(), WilsonInterval.Z_95);
              return Measure.of(
                  (double) row.correct() / row.judged(), interval.low(), interval.high());
            })
        .orElse(Measure.undefined(personDays(ago).isEmpty() ? "no-judgements" : "no-gold-judged"));
  }

  private Optional<GoldRow> goldAgo(int ago) {
    return gold.stream().filter(row -> row.weeksAgo() == ago).findFirst();
  }

  private Metric timeToTraining() {
    List<Measure> all = eachWeek(this::duration);
    List<String> batches = publishedAgo(0).stream().map(PublishedRow::batchId).toList();
    long simulated =
        work.stream()
            .filter(row -> batches.contains(row.batchId()))
            .mapToLong(WorkRow::simulated)
            .sum();
    return new Metric(all, batches.size(), simulated, Optional.empty());
  }

  /** Median, shortest and longest: for an interval, a week has too few batches. */
  private Measure duration(int ago) {
    double[] seconds =
        publishedAgo(ago).stream()
            .mapToDouble(row -> Duration.between(row.received(), row.published()).toMillis() / 1e3)
            .sorted()
            .toArray();
    if (seconds.length == 0) {
      return Measure.undefined("no-version-published");
    }
    if (seconds.length == 1) {
      return Measure.bare(seconds[0]);
    }
    return Measure.of(TheilSen.median(seconds), seconds[0], seconds[seconds.length - 1]);
  }

  private List<PublishedRow> publishedAgo(int ago) {
    return published.stream().filter(row -> row.weeksAgo() == ago).toList();
  }

  private List<StageTime> stages(Map<String, Map<String, Double>> timelines) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (PublishedRow row : publishedAgo(0)) {
      timelines
          .get(row.batchId())
          .forEach((part, seconds) -> sums.merge(part, seconds, Double::sum));
    }
    double total = sums.values().stream().mapToDouble(Double::doubleValue).sum();
    return sums.entrySet().stream()
        .map(
            part ->
                new StageTime(
                    part.getKey(), part.getValue(), total > 0 ? part.getValue() / total : 0))
        .toList();
  }
}
