package io.touchstone.quality.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.round.TablesOnDisk;
import io.touchstone.quality.truth.InferredTruth;
import io.touchstone.quality.truth.TruthJudgements;
import io.touchstone.quality.truth.TruthTable;
import io.touchstone.quality.truth.WorkLog;
import io.touchstone.quality.truth.WorkLog.PaceLine;
import io.touchstone.quality.truth.WorkLog.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures of people whose ways are planted. */
class AnnotatorMeasurementTest {

  private static final PaceLine FLAT = new PaceLine(Math.log(10), 0);

  @Test
  void somebody_who_needs_twice_as_long_as_all_for_every_length_has_a_pace_of_two() {
    // All together need 2 seconds times the square root of the length.
    PaceLine line = new PaceLine(Math.log(2), 0.5);
    List<Work> work = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      work.add(new Work(i, 0, 4 * i, i * i));
    }

    AnnotatorFigures figures =
        new AnnotatorMeasurement(Optional.empty(), line).of("ada", work, GoldScore.NONE);

    assertThat(figures.pace().value()).isCloseTo(2, within(1e-12));
    assertThat(figures.pace().low()).isCloseTo(2, within(1e-12));
    assertThat(figures.secondsPerItem().value()).isEqualTo(20);
    assertThat(figures.secondsPerItem().n()).isEqualTo(9);
  }

  /** ln of seconds 2 * sqrt(length): points on a line, so least squares must find it. */
  @Test
  void a_log_finds_what_length_costs_and_gives_everybody_their_work_in_its_order() {
    WorkLog log = new WorkLog();
    for (int i = 3_000; i >= 1; i--) {
      log.add(i % 2 == 0 ? "ben" : "ada", "package-" + i % 4, i, i, 2 * Math.sqrt(i), i);
    }
    log.add("ada", "package-1", 3_001, 0, 0, 100);

    assertThat(log.paceLine().slope()).isCloseTo(0.5, within(1e-9));
    assertThat(log.paceLine().intercept()).isCloseTo(Math.log(2), within(1e-9));
    List<String> people = new ArrayList<>();
    log.eachPerson(
        (person, work) -> {
          people.add(
              person + " " + work.size() + " " + work.get(0).item() + " " + work.get(1).item());
        });
    assertThat(people).containsExactly("ada 1501 1 3", "ben 1500 2 4");
  }

  @Test
  void texts_of_one_length_make_a_level_line() {
    WorkLog log = new WorkLog();
    log.add("ada", "package", 1, 0, 4, 10);
    log.add("ada", "package", 2, 1, 9, 10);

    assertThat(log.paceLine()).isEqualTo(new PaceLine(Math.log(36) / 2, 0));
    assertThat(new WorkLog().paceLine()).isEqualTo(new PaceLine(0, 0));
  }

  @Test
  void slowing_down_within_packages_is_found_though_each_begins_afresh() {
    Random random = new Random(4);
    List<Work> work = new ArrayList<>();
    for (int pack = 0; pack < 4; pack++) {
      double minutes = 0;
      for (int i = 0; i < 60; i++) {
        double seconds = 10 * Math.exp(Math.log(1.2) / 10 * minutes + 0.2 * random.nextGaussian());
        work.add(new Work(i, pack, seconds, 1));
        minutes += seconds / 60;
      }
    }

    AnnotatorFigures.Decline decline = figures(work).decline();

    assertThat(decline.low()).isGreaterThan(0).isLessThan(20);
    assertThat(decline.high()).isGreaterThan(20);
    assertThat(decline.percentPerTenMinutes()).isCloseTo(20, within(6.0));
    assertThat(decline.pValue()).isLessThan(0.01);
    assertThat(decline.packages()).isEqualTo(4);
    assertThat(decline.judgements()).isEqualTo(240);
  }

  @Test
  void a_long_package_is_thinned_evenly_and_nothing_timed_has_no_decline() {
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      work.add(new Work(i, 0, 10, 1));
    }
    assertThat(figures(work).decline().judgements()).isEqualTo(84);
    assertThat(figures(work).decline().pValue()).isEqualTo(1);

    AnnotatorFigures untimed = figures(List.of(new Work(0, 0, 0, 1)));
    assertThat(untimed.decline()).isEqualTo(AnnotatorFigures.Decline.NONE);
    assertThat(untimed.secondsPerItem().reason()).isEqualTo("NO_ACTIVE_TIME");
  }

  @Test
  void agreement_confusion_and_drift_follow_from_what_the_others_said() {
    // Ada says red to everything; ben and cyd say red to the first half, blue to the second.
    TruthJudgements.Builder judgements = TruthJudgements.builder(List.of("red", "blue"));
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String item = "item-" + (char) ('A' + i);
      String others = i < 15 ? "red" : "blue";
      judgements.add(item, Optional.empty(), "ada", "red");
      judgements.add(item, Optional.empty(), "ben", others);
      work.add(new Work(judgements.add(item, Optional.empty(), "cyd", others), 0, 10, 1));
    }
    TruthTable tables = new TruthTable(new TablesOnDisk());
    InferredTruth truth = InferredTruth.of(judgements.build(), tables);

    AnnotatorFigures ada =
        new AnnotatorMeasurement(Optional.of(new AnnotatorLabels(truth)), FLAT)
            .of("ada", work, new GoldScore(4, 3));

    assertThat(ada.agreement().value()).isEqualTo(0.5);
    assertThat(ada.agreement().n()).isEqualTo(30);
    assertThat(ada.sameAsTruth().value()).isEqualTo(0.5);
    assertThat(ada.drift().difference()).as("none of the last ten, all of the first").isEqualTo(-1);
    assertThat(ada.drift().high()).isLessThan(-0.5);
    assertThat(ada.gold().accuracy()).isEqualTo(0.75);
    assertThat(ada.byMajority())
        .extracting(
            AnnotatorFigures.Confusion::truth,
            AnnotatorFigures.Confusion::given,
            AnnotatorFigures.Confusion::count,
            AnnotatorFigures.Confusion::share)
        .containsExactly(tuple("red", "red", 15.0, 1.0), tuple("blue", "red", 15.0, 1.0));
    // Wilson 1927: 15 of 15 is 0.796 to 1.
    assertThat(ada.byMajority().get(1).low()).isCloseTo(0.796, within(5e-4));
    assertThat(ada.byDawidSkene())
        .filteredOn(cell -> cell.truth().equals("blue"))
        .singleElement()
        .satisfies(cell -> assertThat(cell.count()).isCloseTo(15, within(0.1)));
  }

  private static AnnotatorFigures figures(List<Work> work) {
    return new AnnotatorMeasurement(Optional.empty(), FLAT).of("ada", work, GoldScore.NONE);
  }
}
