package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.StratifiedDifference.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StratifiedDifferenceTest {

  @Test
  void one_stratum_gives_the_plain_difference() {
    StratifiedDifference one = StratifiedDifference.of(List.of(new Stratum(56, 70, 48, 80)));

    assertThat(one.difference()).isCloseTo(56 / 70.0 - 48 / 80.0, within(1e-12));
    assertThat(one.strata()).isEqualTo(1);
  }

  @Test
  void a_quick_and_a_careful_person_do_not_make_a_shift_between_them() {
    // Both agree with the model as often blind as shown, but chance gave the one who agrees more
    // often nearly all the shown ones: over everything the shares differ by 0.24 (90 of 100 and 30
    // of 50 against 9 of 10 and 60 of 100).
    List<Stratum> people = List.of(new Stratum(180, 200, 9, 10), new Stratum(30, 50, 60, 100));

    StratifiedDifference within = StratifiedDifference.of(people);

    assertThat(within.difference()).isCloseTo(0, within(1e-12));
    assertThat(within.low()).isNegative();
    assertThat(within.high()).isPositive();
  }

  @Test
  void people_with_one_arm_alone_cannot_be_compared() {
    StratifiedDifference none =
        StratifiedDifference.of(List.of(new Stratum(5, 10, 0, 0), new Stratum(0, 0, 3, 4)));

    assertThat(none.difference()).isNull();
    assertThat(none.reason()).isEqualTo("NO_COMPARABLE_STRATUM");
  }

  @Test
  void the_interval_covers_a_planted_difference_about_95_times_in_100_with_unlike_people() {
    Random chance = new Random(31);
    double planted = 0.08;
    int rounds = 2_000;
    int covered = 0;
    for (int i = 0; i < rounds; i++) {
      List<Stratum> people = new ArrayList<>();
      for (int person = 0; person < 8; person++) {
        double blind = 0.55 + 0.04 * person;
        people.add(
            new Stratum(
                successes(chance, 85, blind + planted), 85, successes(chance, 15, blind), 15));
      }
      StratifiedDifference found = StratifiedDifference.of(people);
      covered += found.low() <= planted && planted <= found.high() ? 1 : 0;
    }

    assertThat((double) covered / rounds).isBetween(0.935, 0.965);
  }

  private static long successes(Random chance, int n, double p) {
    return chance.doubles(n).filter(drawn -> drawn < p).count();
  }
}
