package io.touchstone.health.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.IntegrationTest;
import io.touchstone.health.HealthRows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

class HealthMeasurementTest extends IntegrationTest {

  /** A Monday at six, before anything that another test does. */
  private static final Instant TO = Instant.parse("2025-06-30T06:00:00Z");

  @Autowired private BeanFactory beans;
  @Autowired private HealthMeasurement measurement;
  private HealthRows rows;

  @BeforeEach
  void a_project() {
    rows = HealthRows.project(beans, "health").batch(1, before(20));
  }

  private static Instant before(long days) {
    return TO.minus(Duration.ofDays(days));
  }

  private ProjectHealth health() {
    return measurement.measure(TO, 8).figures().project(rows.key()).orElseThrow();
  }

  @Test
  void a_project_without_rows_is_only_counted() {
    HealthFigures figures = measurement.measure(TO, 8).figures();

    assertThat(figures.project(rows.key())).isEmpty();
    assertThat(figures.quietProjects()).isPositive();
  }

  @Test
  void agreement_is_the_weeks_newest_report_with_its_interval() {
    rows.batch(2, before(6))
        .measured(1, before(5), 0.5, 0.4, 0.6)
        .measured(1, before(3), 0.7, 0.6, 0.8)
        .measured(2, before(4), 0.9, 0.8, 0.95);

    ProjectHealth health = health();

    assertThat(health.agreement().now()).isEqualTo(Measure.of(0.7, 0.6, 0.8));
    assertThat(health.measured()).containsExactly(rows.batchId(1), rows.batchId(2));
  }

  @Test
  void an_undefined_agreement_says_why_and_an_empty_week_too() {
    rows.measuredUndefined(1, before(2), "NO_VARIATION");

    assertThat(health().agreement().weeks())
        .hasSize(8)
        .endsWith(Measure.undefined("no-batch-measured"), Measure.undefined("no-variation"));
  }

  /** The days of {@link PaceTest}; one of them is spread over two batches. */
  @Test
  void throughput_is_judgements_per_person_hour_over_all_batches() {
    rows.batch(2, before(6))
        .judgements(1, "ada", before(3), 10, 60)
        .judgements(2, "ada", before(3).plusSeconds(60), 20, 60)
        .judgements(1, "ben", before(3), 20, 120)
        .simulated(1, "cleo", before(2), 40, 90);

    ProjectHealth health = health();

    assertThat(health.throughput().now().value().orElseThrow()).isCloseTo(540.0 / 13, within(1e-9));
    assertThat(health.throughput().now().low().orElseThrow()).isCloseTo(12.075, within(1e-3));
    assertThat(health.personDays()).isEqualTo(3);
    assertThat(health.throughput().count()).isEqualTo(90);
    assertThat(health.throughput().simulated()).as("said, not hidden").isEqualTo(40);
  }

  @Test
  void a_week_ends_with_its_last_instant_and_begins_after_its_first() {
    rows.judgements(1, "ada", TO, 1, 36)
        .judgements(1, "ben", before(7), 1, 18)
        .judgements(1, "cleo", before(56).plusSeconds(1), 1, 9)
        .judgements(1, "dan", before(56), 1, 1)
        .judgements(1, "eve", TO.plusSeconds(1), 1, 1);

    Measure none = Measure.undefined("no-judgements");
    assertThat(health().throughput().weeks())
        .containsExactly(
            Measure.bare(400), none, none, none, none, none, Measure.bare(200), Measure.bare(100));
  }

  /** Wilson 1927 for 18 of 20: 0.699 to 0.972. */
  @Test
  void gold_accuracy_has_a_wilson_interval() {
    rows.gold(1, "ada", before(3), 10, 10).gold(1, "ben", before(2), 10, 8);

    Measure gold = health().gold().now();

    assertThat(gold.value()).contains(0.9);
    assertThat(gold.low().orElseThrow()).isCloseTo(0.699, within(5e-4));
    assertThat(gold.high().orElseThrow()).isCloseTo(0.972, within(5e-4));
  }

  @Test
  void labelling_without_gold_and_no_labelling_are_told_apart() {
    rows.judgements(1, "ada", before(3), 5, 10);

    assertThat(health().gold().weeks())
        .endsWith(Measure.undefined("no-judgements"), Measure.undefined("no-gold-judged"));
  }

  @Test
  void time_to_training_is_the_median_and_says_where_it_went() {
    Instant end = before(1);
    rows.entered(1, "ingestion", before(20))
        .passed(1, before(19))
        .entered(1, "annotation", before(19))
        .entered(1, "quality-assurance", before(9))
        .held(1, before(8))
        .entered(1, "release", before(4))
        .published(1, before(4).plusSeconds(60), end.minusSeconds(30), end)
        .judgements(1, "ada", before(15), 10, 60);

    ProjectHealth health = health();

    double day = 86_400;
    assertThat(health.timeToTraining().now()).isEqualTo(Measure.bare(19 * day));
    assertThat(health.stages())
        .filteredOn(stage -> stage.seconds() > 0)
        .extracting(stage -> stage.stage() + " " + stage.seconds())
        .containsExactly(
            "ingestion " + day,
            "annotation " + 10 * day,
            "quality-assurance " + day,
            "release 90.0",
            "approval " + (3 * day - 90),
            "held " + 4 * day);
    assertThat(health.shareOf("held"))
        .hasValueSatisfying(share -> assertThat(share).isCloseTo(4.0 / 19, within(1e-9)));
    assertThat(health.labelledSeconds()).isEqualTo(600);
  }

  @Test
  void several_versions_in_a_week_have_a_median_and_a_range() {
    for (int batch = 2; batch <= 4; batch++) {
      rows.batch(batch, before(2L * batch)).published(batch, before(1), before(1), before(1));
    }

    double day = 86_400;
    assertThat(health().timeToTraining().now()).isEqualTo(Measure.of(5 * day, 3 * day, 7 * day));
  }
}
