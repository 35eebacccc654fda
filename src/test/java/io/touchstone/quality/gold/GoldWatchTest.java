package io.touchstone.quality.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.round.TablesOnDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looks at the gold of invented people, by the tables as they are shipped. */
class GoldWatchTest {

  private static final int PEOPLE = 10_000;
  private static final int GOLD = 100;

  /** What the tables call the target: gold-flag compares with it. */
  private static final double TARGET = 0.80;

  private final GoldTables tables = new GoldTables(new TablesOnDisk());
  private final LookRules rules = tables.looks("any");
  private final GoldWatch watch = new GoldWatch(tables, rules.evidence());

  @Test
  void who_answers_well_is_looked_at_after_every_twentieth_gold_item() {
    List<GoldWatch.Finding> findings = watch.watch(GoldWindow.EMPTY, answers("+".repeat(45)), 0);

    assertThat(findings)
        .extracting(finding -> finding.at().position() + " " + finding.flag().rule())
        .containsExactly("20 within-target", "40 within-target");
  }

  @Test
  void eight_wrong_of_the_first_twenty_pause_and_seven_do_not() {
    assertThat(last("+".repeat(12) + "-".repeat(8)).flag().rule()).isEqualTo("pause-and-coach");
    assertThat(last("+".repeat(13) + "-".repeat(7)).flag().rule()).isEqualTo("within-target");
  }

  /** The interval over sixty answers, 48 of them right, still reaches above 0.80. */
  @Test
  void who_was_good_for_long_and_then_fails_is_found_before_the_next_look() {
    GoldWatch.Finding found = last("+".repeat(43) + "-".repeat(17));

    assertThat(found.at().position()).isEqualTo(51);
    assertThat(found.flag().action()).isEqualTo(GoldFlag.Action.COACH);
    assertThat(found.flag().rule()).isEqualTo("coach-between-looks");
  }

  @Test
  void a_second_pause_is_told_from_the_first() {
    List<GoldWatch.Finding> again = watch.watch(GoldWindow.EMPTY, answers("+-".repeat(10)), 1);

    assertThat(again).last().extracting(found -> found.flag().rule()).isEqualTo("paused-again");
  }

  /** However the answers arrive, all at once or one by one, the looks are the same. */
  @Test
  void looks_do_not_depend_on_how_many_answers_come_at_once() {
    GoldTables read = new GoldTables(new FlagThresholds(new TablesOnDisk()));
    GoldWatch watch = new GoldWatch(read, rules.evidence());
    Random chance = new Random(7);
    for (int person = 0; person < 50; person++) {
      List<GoldAnswer> answers = answers(chance, 0.8);
      List<GoldWatch.Finding> whole = watch.watch(GoldWindow.EMPTY, answers, 0);

      List<GoldWatch.Finding> piecewise = new ArrayList<>();
      int upTo = 0;
      while (upTo < answers.size() && piecewise.stream().noneMatch(f -> f.flag().raised())) {
        upTo = Math.min(answers.size(), upTo + 1 + chance.nextInt(7));
        // What is kept is the latest look; what came after it is read again.
        GoldWindow window = GoldWindow.EMPTY;
        int from = 0;
        if (!piecewise.isEmpty()) {
          GoldWatch.Finding latest = piecewise.get(piecewise.size() - 1);
          window = latest.window().looked();
          from = (int) latest.at().position();
        }
        piecewise.addAll(watch.watch(window, answers.subList(from, upTo), 0));
      }

      assertThat(piecewise).isEqualTo(whole);
    }
  }

  /** The tables' promise: at most 2 % of the good are flagged, 75 % of the poor are found. */
  @Test
  void of_ten_thousand_good_people_few_are_flagged_and_of_poor_ones_most_are_found() {
    double falselyFlagged = shareFlagged(TARGET + 0.05);
    double found = shareFlagged(TARGET - 0.10);
    double foundAtSixty = shareFlagged(TARGET - 0.20);

    System.out.printf(
        Locale.ROOT,
        "gold-flag of %d people within %d gold items: flagged at 0.85 %.4f, at 0.70 %.4f, at 0.60"
            + " %.4f%n",
        PEOPLE,
        GOLD,
        falselyFlagged,
        found,
        foundAtSixty);
    assertThat(falselyFlagged).isLessThanOrEqualTo(0.02);
    assertThat(found).isGreaterThanOrEqualTo(0.75);
    assertThat(foundAtSixty).isGreaterThanOrEqualTo(0.99);
  }

  /** The two tables speak of one target, and neither can read the other. */
  @Test
  void the_accuracies_that_are_told_apart_lie_around_the_target() {
    assertThat(rules.evidence().good()).isCloseTo(TARGET + 0.05, within(1e-12));
    assertThat(rules.evidence().poor()).isCloseTo(TARGET - 0.10, within(1e-12));
    assertThat(rules.reworks()).isEqualTo(1);
  }

  private double shareFlagged(double accuracy) {
    Random chance = new Random(20_260_302);
    FlagThresholds read = new FlagThresholds(new TablesOnDisk());
    long flagged =
        IntStream.range(0, PEOPLE)
            .filter(person -> isFlagged(read, answers(chance, accuracy)))
            .count();
    return (double) flagged / PEOPLE;
  }

  private boolean isFlagged(FlagThresholds read, List<GoldAnswer> answers) {
    return new GoldWatch(new GoldTables(read), rules.evidence())
        .watch(GoldWindow.EMPTY, answers, 0).stream().anyMatch(found -> found.flag().raised());
  }

  private GoldWatch.Finding last(String answers) {
    List<GoldWatch.Finding> findings = watch.watch(GoldWindow.EMPTY, answers(answers), 0);
    return findings.get(findings.size() - 1);
  }

  private static List<GoldAnswer> answers(Random chance, double accuracy) {
    return IntStream.rangeClosed(1, GOLD)
        .mapToObj(i -> new GoldAnswer(i, "batch", chance.nextDouble() < accuracy))
        .toList();
  }

  private static List<GoldAnswer> answers(String signs) {
    return IntStream.rangeClosed(1, signs.length())
        .mapToObj(i -> new GoldAnswer(i, "batch", signs.charAt(i - 1) == '+'))
        .toList();
  }
}
