package io.touchstone.agreement.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.truth.DawidSkene.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DawidSkeneTest {

  private static final double HALF_A_DIGIT = 0.005 + 1e-9;
  private static final Settings UNSMOOTHED = new Settings(0, 0, 1e-10, 1_000, 1e-14);

  @Test
  void the_anaesthetists_of_1979_come_out_as_printed() {
    JudgedItems items = Anaesthetists.judgements();

    TruthModel model = DawidSkene.fit(items, UNSMOOTHED);

    assertThat(items.items()).isEqualTo(45);
    assertThat(items.judgements()).isEqualTo(315);
    for (int truth = 0; truth < 4; truth++) {
      assertThat(model.share(truth)).isCloseTo(Anaesthetists.SHARES[truth], within(HALF_A_DIGIT));
      for (int observer = 0; observer < 5; observer++) {
        for (int given = 0; given < 4; given++) {
          assertThat(model.rate(observer, truth, given))
              .as("observer %d, class %d, answer %d", observer + 1, truth + 1, given + 1)
              .isCloseTo(Anaesthetists.RATES[observer][truth][given], within(HALF_A_DIGIT));
        }
      }
    }
  }

  @Test
  void all_but_three_of_the_patients_of_1979_are_certain_to_two_digits() {
    JudgedItems items = Anaesthetists.judgements();
    TruthModel model = DawidSkene.fit(items, UNSMOOTHED);
    List<Integer> uncertain = new ArrayList<>();
    double[] posterior = new double[4];
    for (int patient = 0; patient < 45; patient++) {
      model.posterior(items, patient, posterior);
      if (posterior[MajorityVote.leading(posterior)] < 0.995) {
        uncertain.add(patient + 1);
      }
    }

    assertThat(uncertain).containsExactly(7, 35, 38);
    for (int i = 0; i < Anaesthetists.UNCERTAIN.length; i++) {
      model.posterior(items, Anaesthetists.UNCERTAIN[i] - 1, posterior);
      assertThat(posterior[Anaesthetists.UNCERTAIN_CLASS[i] - 1])
          .isCloseTo(Anaesthetists.UNCERTAIN_PROBABILITY[i], within(HALF_A_DIGIT));
    }
  }

  @Test
  void no_iteration_makes_the_judgements_less_likely() {
    JudgedItems items = Planted.random(7).items(60).judgementsPerItem(3).draw();
    double before = Double.NEGATIVE_INFINITY;
    for (int iterations = 1; iterations <= 25; iterations++) {
      TruthModel model = DawidSkene.fit(items, new Settings(0, 0, 1e-10, iterations, 0));

      double likelihood = ByDefinition.logLikelihood(items, model);

      assertThat(likelihood).isGreaterThanOrEqualTo(before - 1e-9);
      assertThat(model.meanLogLikelihood()).isCloseTo(likelihood / 60, within(1e-9));
      before = likelihood;
    }
  }

  @Test
  void with_pseudo_judgements_no_iteration_makes_judgements_and_rates_together_less_likely() {
    JudgedItems items = Planted.random(8).items(60).judgementsPerItem(3).draw();
    double before = Double.NEGATIVE_INFINITY;
    for (int iterations = 1; iterations <= 25; iterations++) {
      TruthModel model = DawidSkene.fit(items, new Settings(1, 0, 1e-10, iterations, 0));

      double logPosterior = ByDefinition.logLikelihood(items, model);
      for (int annotator = 0; annotator < items.annotators(); annotator++) {
        for (int label = 0; label < items.labels(); label++) {
          logPosterior += Math.log(model.rate(annotator, label, label));
        }
      }

      assertThat(logPosterior).isGreaterThanOrEqualTo(before - 1e-9);
      before = logPosterior;
    }
  }

  @Test
  void the_probabilities_are_those_of_bayes_theorem_multiplied_out() {
    JudgedItems items = Planted.random(9).items(40).judgementsPerItem(4).draw();
    TruthModel model = DawidSkene.fit(items, Settings.STANDARD);
    double[] posterior = new double[items.labels()];
    for (int item = 0; item < items.items(); item++) {
      model.posterior(items, item, posterior);
      assertThat(posterior)
          .containsExactly(ByDefinition.posterior(items, item, model), within(1e-9));
    }
  }

  @Test
  void the_order_of_items_annotators_and_labels_does_not_matter() {
    Planted planted = Planted.random(10).items(80).judgementsPerItem(3);
    JudgedItems items = planted.draw();
    List<Integer> order = shuffled(items.items(), 1);
    List<Integer> annotators = shuffled(items.annotators(), 2);
    List<Integer> labels = shuffled(items.labels(), 3);
    JudgedItems.Builder permuted = JudgedItems.builder();
    for (int item : order) {
      permuted.item();
      for (int at = items.end(item) - 1; at >= items.begin(item); at--) {
        permuted.judgement(annotators.get(items.annotator(at)), labels.get(items.label(at)));
      }
    }
    JudgedItems others = permuted.build(items.labels());

    TruthModel model = DawidSkene.fit(items, Settings.STANDARD);
    TruthModel other = DawidSkene.fit(others, Settings.STANDARD);

    assertThat(other.iterations()).isEqualTo(model.iterations());
    double[] here = new double[items.labels()];
    double[] there = new double[items.labels()];
    for (int position = 0; position < order.size(); position++) {
      model.posterior(items, order.get(position), here);
      other.posterior(others, position, there);
      for (int label = 0; label < here.length; label++) {
        assertThat(there[labels.get(label)]).isCloseTo(here[label], within(1e-9));
      }
    }
  }

  @Test
  void known_items_teach_error_rates_as_multiplied_out_by_hand() {
    // 10 known items of each label: 8 and 9 right. Two unknown ones, one vote for each label.
    JudgedItems items =
        record(JudgedItems.builder()).item().judgement(0, 0).item().judgement(0, 1).build(2);

    TruthModel model = DawidSkene.fit(items, new Settings(1, 20, 1e-10, 1, 0));

    // First counts: (8 + 1, 2) and (1, 9 + 1); with the diagonal 10/12, 2/12, 1/12, 11/12.
    assertThat(model.rate(0, 0, 0)).isCloseTo(10.0 / 12, within(1e-12));
    assertThat(model.rate(0, 1, 1)).isCloseTo(11.0 / 12, within(1e-12));
    assertThat(model.share(0)).isCloseTo(0.5, within(1e-12));
    double[] posterior = new double[2];
    model.posterior(items, 20, posterior);
    assertThat(posterior[0]).isCloseTo(10.0 / 11, within(1e-12));
    model.posterior(items, 21, posterior);
    assertThat(posterior[1]).isCloseTo(11.0 / 13, within(1e-12));
    model.posterior(items, 0, posterior);
    assertThat(posterior).containsExactly(1, 0);
  }

  @Test
  void somebody_new_is_judged_by_what_all_do_until_they_have_twenty_judgements() {
    JudgedItems items = record(JudgedItems.builder()).item().judgement(1, 0).build(2);

    TruthModel model = DawidSkene.fit(items, new Settings(1, 20, 1e-10, 1, 0));

    // All together: 9 of 11 and 9 of 10 right, with the diagonal 10/12 and 10/11. The newcomer's
    // one
    // judgement is joined by 19 of that kind, 11 in 21 of them on the first label.
    double first = 19 * 11.0 / 21;
    double second = 19 * 10.0 / 21;
    assertThat(model.rate(1, 0, 0))
        .isCloseTo((1 + first * 10 / 12 + 1) / (1 + first + 1), within(1e-12));
    assertThat(model.rate(1, 1, 1)).isCloseTo((second * 10 / 11 + 1) / (second + 1), within(1e-12));
  }

  /** Annotator 0 on twenty items of known truth. */
  private static JudgedItems.Builder record(JudgedItems.Builder items) {
    for (int i = 0; i < 10; i++) {
      items.item(0).judgement(0, i < 8 ? 0 : 1);
      items.item(1).judgement(0, i < 9 ? 1 : 0);
    }
    return items;
  }

  @Test
  void an_item_that_all_agree_on_is_sure_and_one_that_nobody_judged_is_as_the_others_are() {
    JudgedItems.Builder all = JudgedItems.builder();
    for (int i = 0; i < 40; i++) {
      int label = i < 30 ? 0 : 1;
      all.item().judgement(0, label).judgement(1, label).judgement(2, label);
    }
    JudgedItems items = all.item().build(2);

    TruthModel model = DawidSkene.fit(items, Settings.STANDARD);

    double[] posterior = new double[2];
    model.posterior(items, 0, posterior);
    assertThat(posterior[0]).isGreaterThan(0.999);
    model.posterior(items, 40, posterior);
    assertThat(posterior[0]).isCloseTo(0.75, within(0.01));
  }

  @Test
  void nothing_judged_makes_every_label_equally_probable() {
    JudgedItems items = JudgedItems.builder().item().build(4);
    double[] posterior = new double[4];
    DawidSkene.fit(items, Settings.STANDARD).posterior(items, 0, posterior);

    assertThat(posterior).containsExactly(new double[] {.25, .25, .25, .25}, within(1e-12));
    assertThat(DawidSkene.fit(JudgedItems.builder().build(4), Settings.STANDARD).converged())
        .isTrue();
  }

  @Test
  void a_thousand_judgements_on_one_item_neither_underflow_nor_depend_on_their_order() {
    // Everybody is right 9 of 10 times on known items; of 1,000 people 502 say 0.
    JudgedItems.Builder items = JudgedItems.builder();
    for (int i = 0; i < 20; i++) {
      items.item(i % 2);
      for (int annotator = 0; annotator < 1_000; annotator++) {
        items.judgement(annotator, (i + (annotator % 10 == i / 2 ? 1 : 0)) % 2);
      }
    }
    items.item();
    for (int annotator = 0; annotator < 1_000; annotator++) {
      items.judgement(annotator, annotator < 502 ? 0 : 1);
    }
    JudgedItems judged = items.build(2);

    TruthModel model = DawidSkene.fit(judged, new Settings(1, 0, 1e-10, 1, 0));

    // Rates of 10/12 or so and 2/12 on either side: four votes more are odds of about 5 to the 4th.
    double logOdds = Math.log(model.share(0) / model.share(1));
    for (int at = judged.begin(20); at < judged.end(20); at++) {
      int said = judged.label(at);
      logOdds +=
          Math.log(model.rate(judged.annotator(at), 0, said))
              - Math.log(model.rate(judged.annotator(at), 1, said));
    }
    double[] posterior = new double[2];
    model.posterior(judged, 20, posterior);
    assertThat(posterior[0]).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-9));
    assertThat(posterior[0] + posterior[1]).isCloseTo(1, within(1e-12));
    assertThat(model.meanLogLikelihood()).isFinite();
  }

  @Test
  void two_careful_people_outweigh_three_who_toss_a_coin() {
    Planted planted = Planted.random(11).items(2_000).accuracies(.95, .9, .5, .5, .5);
    JudgedItems items = planted.draw();

    TruthModel model = DawidSkene.fit(items, Settings.STANDARD);

    double best = planted.accuracyOfBayes();
    assertThat(planted.accuracyOfMajority()).isLessThan(best - 0.05);
    assertThat(planted.accuracy(model)).isGreaterThan(best - 0.01);
    assertThat(model.rate(0, 0, 0)).isCloseTo(.95, within(.03));
    assertThat(model.rate(2, 0, 0)).isCloseTo(.5, within(.05));
  }

  private static List<Integer> shuffled(int count, int seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return order;
  }
}
