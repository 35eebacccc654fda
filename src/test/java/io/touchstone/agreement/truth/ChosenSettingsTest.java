package io.touchstone.agreement.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.agreement.truth.DawidSkene.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The settings of Dawid and Skene's method against others, on judgements none was chosen on. */
class ChosenSettingsTest {

  /** Of the odd ones of 60 populations whose even ones the settings were chosen on. */
  private static final List<Drawn> POPULATIONS =
      LongStream.range(0, 12).mapToObj(number -> Drawn.population(2 * number + 1)).toList();

  @Test
  void a_tolerance_of_a_tenth_goes_on_longer_and_is_not_less_often_right() {
    Settings standard = Settings.STANDARD;
    Settings early = new Settings(standard.diagonal(), standard.fullRecord(), 1e-10, 100, 1e-5);

    double right = mean(standard);
    double before = mean(early);

    System.out.printf("dawid-skene-tolerance %.5f, stopped early %.5f%n", right, before);
    assertThat(standard.tolerance()).isLessThan(1e-5);
    assertThat(standard.maxIterations()).isEqualTo(100);
    assertThat(right).isGreaterThanOrEqualTo(before - 0.0005);
    for (Drawn drawn : POPULATIONS) {
      assertThat(DawidSkene.fit(drawn.items(), standard).iterations())
          .isGreaterThanOrEqualTo(DawidSkene.fit(drawn.items(), early).iterations());
    }
  }

  @Test
  void a_smaller_diagonal_is_less_often_right_of_people_who_differ_much() {
    Settings standard = Settings.STANDARD;
    Settings tenth = new Settings(0.1, standard.fullRecord(), 1e-10, 100, standard.tolerance());

    assertThat(mean(standard)).isGreaterThan(mean(tenth) - 0.0005);
  }

  private static double mean(Settings settings) {
    return POPULATIONS.stream().mapToDouble(drawn -> drawn.right(settings)).average().orElseThrow();
  }

  /**
   * Judgements by people of different care, some of whom guess, whose mistakes follow one confusion
   * of labels that are not equally frequent.
   *
   * @param truths by item
   */
  private record Drawn(JudgedItems items, int[] truths) {

    private static Drawn population(long seed) {
      Random random = new Random(seed);
      int labels = pick(random, 2, 3, 4, 8);
      int people = pick(random, 6, 12, 30, 60);
      int items = pick(random, 200, 500, 1_000);
      int perItem = pick(random, 3, 3, 5);
      double[] shares = weights(random, labels);
      double[][] confusion =
          IntStream.range(0, labels)
              .mapToObj(label -> weights(random, labels))
              .toArray(double[][]::new);
      double[][][] rates =
          IntStream.range(0, people)
              .mapToObj(person -> rates(random, confusion))
              .toArray(double[][][]::new);
      JudgedItems.Builder builder = JudgedItems.builder();
      int[] truths = new int[items];
      for (int item = 0; item < items; item++) {
        truths[item] = draw(random, shares);
        builder.item();
        int first = random.nextInt(people);
        for (int turn = 0; turn < perItem; turn++) {
          int person = (first + turn) % people;
          builder.judgement(person, draw(random, rates[person][truths[item]]));
        }
      }
      return new Drawn(builder.build(labels), truths);
    }

    private static int pick(Random random, int... from) {
      return from[random.nextInt(from.length)];
    }

    private static double[] weights(Random random, int count) {
      return random.doubles(count).map(uniform -> 0.1 + uniform).toArray();
    }

    private static double[][] rates(Random random, double[][] confusion) {
      int labels = confusion.length;
      double care = random.nextInt(8) == 0 ? 1.0 / labels : 0.55 + 0.4 * random.nextDouble();
      double[][] rates = new double[labels][labels];
      for (int truth = 0; truth < labels; truth++) {
        double others = Arrays.stream(confusion[truth]).sum() - confusion[truth][truth];
        for (int given = 0; given < labels; given++) {
          rates[truth][given] =
              given == truth ? care : (1 - care) * confusion[truth][given] / others;
        }
      }
      return rates;
    }

    private static int draw(Random random, double[] weights) {
      double left = random.nextDouble() * Arrays.stream(weights).sum();
      for (int at = 0; at < weights.length - 1; at++) {
        left -= weights[at];
        if (left < 0) {
          return at;
        }
      }
      return weights.length - 1;
    }

    private double right(Settings settings) {
      TruthModel model = DawidSkene.fit(items, settings);
      double[] posterior = new double[items.labels()];
      int right = 0;
      for (int item = 0; item < truths.length; item++) {
        model.posterior(items, item, posterior);
        right += MajorityVote.leading(posterior) == truths[item] ? 1 : 0;
      }
      return (double) right / truths.length;
    }
  }
}
