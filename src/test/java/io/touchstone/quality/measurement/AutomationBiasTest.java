package io.touchstone.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.round.TablesOnDisk;
import io.touchstone.statistics.ShareDifference;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomationBiasTest {

  private static final int CLASSES = 5;
  private static final double PERSON_RIGHT = 0.90;
  private static final double MODEL_RIGHT = 0.85;

  private final MeasurementTables tables = new MeasurementTables(new TablesOnDisk());

  @Test
  void the_shift_is_the_difference_between_shown_and_hidden_with_newcombes_interval() {
    AutomationBias bias = AutomationBias.of(counts(70, 56, 80, 48, 0, 0, 0, 0), tables);

    // Newcombe 1998, table II: 56/70 less 48/80.
    assertThat(bias.shift().difference()).isCloseTo(0.2, within(1e-12));
    assertThat(bias.shift().low()).isCloseTo(0.0524, within(0.00005));
    assertThat(bias.shift().high()).isCloseTo(0.3339, within(0.00005));
    assertThat(bias.shift().reason()).isEmpty();
    assertThat(bias.rule()).isEqualTo("large-shift");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0, 5, NOTHING_SHOWN, NOTHING_PLANTED",
    "5, 0, 5, 0, NOTHING_HIDDEN, NOTHING_HIDDEN",
    "0, 0, 0, 0, NOTHING_SHOWN, NOTHING_PLANTED"
  })
  void what_cannot_be_compared_is_undefined_with_a_reason(
      long shown, long blind, long planted, long unplanted, String shift, String commission) {
    AutomationBias bias =
        AutomationBias.of(counts(shown, 0, blind, 0, planted, 0, unplanted, 0), tables);

    assertThat(bias.shift().difference()).isNull();
    assertThat(bias.shift().low()).isNull();
    assertThat(bias.shift().reason()).isEqualTo(shift);
    assertThat(bias.commission().reason()).isEqualTo(commission);
    assertThat(bias.action()).isEqualTo("none");
    assertThat(bias.rule()).isEqualTo("not-measurable");
  }

  @Test
  void the_everyday_rule_stands_beside_it_for_information() {
    ArmCounts counts =
        new ArmCounts(100, 95, 20, 19, 0, 0, 20, 0, 60, 30, OptionalDouble.of(0.9), List.of());

    AutomationBias bias = AutomationBias.of(counts, tables);

    assertThat(bias.everyday().acceptance()).isEqualTo(0.95);
    assertThat(bias.everyday().excess()).isCloseTo(0.05, within(1e-12));
    assertThat(bias.accepted()).isEqualTo(60);
    assertThat(bias.rule()).as("an honest person with a good model").isEqualTo("no-finding");
  }

  @Test
  void the_everyday_rule_needs_items_without_a_suggestion() {
    AutomationBias bias = AutomationBias.of(counts(100, 95, 20, 19, 0, 0, 20, 0), tables);

    assertThat(bias.everyday().agreement()).isNull();
    assertThat(bias.everyday().excess()).isNull();
  }

  /**
   * Somebody who takes over a share of what is shown unread moves the share of judgements like the
   * model's by that share of those that differ from it: bias * (1 - P(own answer = model's)).
   */
  @ParameterizedTest
  @CsvSource({"0.0, 1000", "0.3, 1000", "0.5, 300", "1.0, 300"})
  void the_interval_covers_a_planted_shift_about_95_times_in_100(double bias, int labels) {
    double like =
        PERSON_RIGHT * MODEL_RIGHT + (1 - PERSON_RIGHT) * (1 - MODEL_RIGHT) / (CLASSES - 1);
    double planted = bias * (1 - like);
    Random chance = new Random(17);
    int covered = 0;
    int rounds = 2_000;
    for (int i = 0; i < rounds; i++) {
      ShareDifference found = AutomationBias.shift(simulate(chance, labels, bias));
      covered += found.low() <= planted && planted <= found.high() ? 1 : 0;
    }

    assertThat((double) covered / rounds).isBetween(0.935, 0.975);
  }

  @Test
  void honest_people_are_hardly_ever_accused_and_sleepy_ones_are_found() {
    assertThat(alarms(1_000, 0)).as("no bias").isLessThan(0.02);
    assertThat(alarms(3_000, 0.5)).as("every second suggestion unread").isGreaterThan(0.85);
    assertThat(alarms(1_000, 1)).as("all of them").isGreaterThan(0.97);
  }

  /**
   * Two shares compared with this many labels on each side: 80 % power against these differences is
   * what sample size tables for two proportions promise (Fleiss, Levin and Paik 2003, chapter 4,
   * without continuity correction, 5 % two-sided), and 5 % size where there is none.
   */
  @ParameterizedTest
  @CsvSource({
    "0.90, 0.80, 199, 0.77, 0.86",
    "0.90, 0.85, 686, 0.77, 0.84",
    "0.95, 0.90, 435, 0.77, 0.84",
    "0.90, 0.90, 199, 0.00, 0.07",
    "0.90, 0.90, 686, 0.00, 0.07",
    "0.97, 0.97, 435, 0.00, 0.07"
  })
  void a_shift_is_found_as_often_as_the_size_of_the_arms_promises(
      double shown, double blind, int labels, double least, double most) {
    Random chance = new Random(29);
    int rounds = 4_000;
    int found = 0;
    for (int i = 0; i < rounds; i++) {
      long shownSame = successes(chance, labels, shown);
      long blindSame = successes(chance, labels, blind);
      ShareDifference shift =
          AutomationBias.shift(counts(labels, shownSame, labels, blindSame, 0, 0, 0, 0));
      found += shift.low() > 0 || shift.high() < 0 ? 1 : 0;
    }

    assertThat((double) found / rounds).isBetween(least, most);
  }

  private static long successes(Random chance, int n, double p) {
    return chance.doubles(n).filter(drawn -> drawn < p).count();
  }

  private double alarms(int labels, double bias) {
    Random chance = new Random(23);
    int rounds = 500;
    int alarms = 0;
    for (int i = 0; i < rounds; i++) {
      String action = AutomationBias.of(simulate(chance, labels, bias), tables).action();
      alarms += action.equals("raise-blind-share") ? 1 : 0;
    }
    return (double) alarms / rounds;
  }

  /** Labels of items with a suggestion, 15 % of them blind, 3 % of the others planted. */
  private static ArmCounts simulate(Random chance, int labels, double bias) {
    long[] n = new long[3];
    long[] same = new long[3];
    long wrong = 0;
    for (int i = 0; i < labels; i++) {
      int truth = chance.nextInt(CLASSES);
      int model = answer(chance, truth, MODEL_RIGHT);
      int decoy = (model + 1 + chance.nextInt(CLASSES - 1)) % CLASSES;
      int own = answer(chance, truth, PERSON_RIGHT);
      int arm = chance.nextDouble() < 0.15 ? 1 : chance.nextDouble() < 0.03 ? 2 : 0;
      int seen = arm == 2 ? decoy : model;
      int said = arm != 1 && chance.nextDouble() < bias ? seen : own;
      n[arm]++;
      same[arm] += said == seen ? 1 : 0;
      wrong += arm == 1 && said == decoy ? 1 : 0;
    }
    return counts(n[0], same[0], n[1], same[1], n[2], same[2], n[1], wrong);
  }

  private static int answer(Random chance, int truth, double right) {
    return chance.nextDouble() < right
        ? truth
        : (truth + 1 + chance.nextInt(CLASSES - 1)) % CLASSES;
  }

  private static ArmCounts counts(
      long shown,
      long shownSame,
      long blind,
      long blindSame,
      long planted,
      long plantedSame,
      long unplanted,
      long unplantedSame) {
    return new ArmCounts(
        shown,
        shownSame,
        blind,
        blindSame,
        planted,
        plantedSame,
        unplanted,
        unplantedSame,
        0,
        0,
        OptionalDouble.empty(),
        List.of());
  }
}
