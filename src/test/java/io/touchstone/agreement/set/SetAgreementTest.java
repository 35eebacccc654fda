package io.touchstone.agreement.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.AlphaNominal;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.Coefficient.Undefined;
import io.touchstone.agreement.LabelAgreement;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.NominalJudgements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetAgreementTest {

  private static final List<String> LABELS = List.of("a", "b", "c", "d");

  /** Passonneau 2006: 1 - J * M with M of 1, 2/3, 1/3 and 0. */
  @ParameterizedTest
  @CsvSource({
    "ab, ab, 0, 0",
    "'', '', 0, 0",
    "ab, abcd, 0.6666666666666667, 0.5",
    "ab, bc, 0.8888888888888888, 0.6666666666666667",
    "ab, cd, 1, 1",
    "'', a, 1, 1"
  })
  void distances_of_two_sets(String first, String second, double masi, double jaccard) {
    assertThat(SetAgreement.masi(set(first), set(second))).isCloseTo(masi, within(1e-12));
    assertThat(SetAgreement.masi(set(second), set(first))).isCloseTo(masi, within(1e-12));
    assertThat(SetAgreement.jaccard(set(first), set(second))).isCloseTo(jaccard, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void alpha_is_one_less_the_observed_over_the_expected_distance(long seed) {
    List<List<String>> items = random(seed);

    SetAgreement agreement = agreement(items);

    assertThat(value(agreement.coefficients().get(1)))
        .isCloseTo(byDefinition(items, SetAgreement::masi), within(1e-12));
    assertThat(value(agreement.coefficients().get(2)))
        .isCloseTo(byDefinition(items, SetAgreement::jaccard), within(1e-12));
  }

  /** With one label per judgement both distances are 0 or 1, as the nominal one is. */
  @Test
  void sets_of_one_label_agree_as_labels_do() {
    List<List<String>> items =
        random(6).stream()
            .map(item -> item.stream().map(s -> s.isEmpty() ? "a" : s.substring(0, 1)).toList())
            .toList();
    LabelCounts.Builder counts = LabelCounts.builder(List.of(), 3);
    items.forEach(item -> counts.add(item, 1));

    double nominal = value(AlphaNominal.of(counts.build(), new Bootstrap(100, 1)));

    assertThat(value(agreement(items).coefficients().get(1))).isCloseTo(nominal, within(1e-12));
    assertThat(value(agreement(items).coefficients().get(2))).isCloseTo(nominal, within(1e-12));
  }

  @Test
  void each_label_has_its_own_alpha_of_in_or_out() {
    SetAgreement agreement =
        agreement(List.of(List.of("ab", "a"), List.of("", "b"), List.of("ab", "ab")));

    LabelAgreement a = agreement.perLabel().get(0);
    // By hand: in-in, out-out, in-in: nobody disagrees on a.
    assertThat(value(a.alpha())).isEqualTo(1);
    assertThat(a.judgements()).isEqualTo(4);
    assertThat(a.items()).isEqualTo(2);
    // By hand: b is in 1 of 2, 1 of 2, 2 of 2: n = 6, four disagreeing ordered pairs of six,
    // expected 2 * 4 * 2 of 5: 1 - 5 * 4 / 16.
    assertThat(value(agreement.perLabel().get(1).alpha())).isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void nobody_naming_anything_is_no_agreement_but_no_variation() {
    SetAgreement agreement = agreement(List.of(List.of("", ""), List.of("", "")));

    assertThat(agreement.coefficients().get(1)).isInstanceOf(Undefined.class);
    assertThat(((Undefined) agreement.coefficients().get(1)).reason())
        .isEqualTo(Coefficient.Reason.NO_VARIATION);
  }

  private static double byDefinition(
      List<List<String>> items, ToDoubleBiFunction<Set<String>, Set<String>> distance) {
    List<Set<String>> all = new ArrayList<>();
    double observed = 0;
    for (List<String> item : items) {
      for (int a = 0; a < item.size() && item.size() > 1; a++) {
        all.add(set(item.get(a)));
        for (String other : item) {
          observed += distance.applyAsDouble(set(item.get(a)), set(other)) / (item.size() - 1);
        }
      }
    }
    double expected = 0;
    for (Set<String> first : all) {
      for (Set<String> second : all) {
        expected += distance.applyAsDouble(first, second);
      }
    }
    return 1 - (all.size() - 1) * observed / expected;
  }

  private static List<List<String>> random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> items = new ArrayList<>();
    for (int item = 0; item < 30; item++) {
      List<String> judgements = new ArrayList<>();
      int truth = random.nextInt(16);
      for (int judgement = 0; judgement < 1 + random.nextInt(3); judgement++) {
        int bits = random.nextBoolean() ? truth : truth ^ 1 << random.nextInt(4);
        StringBuilder name = new StringBuilder();
        for (int label = 0; label < 4; label++) {
          name.append((bits >> label & 1) == 1 ? LABELS.get(label) : "");
        }
        judgements.add(name.toString());
      }
      items.add(judgements);
    }
    return items;
  }

  private static Set<String> set(String letters) {
    return letters.isEmpty() ? Set.of() : new TreeSet<>(List.of(letters.split("")));
  }

  private static SetAgreement agreement(List<List<String>> items) {
    NominalJudgements judgements = new NominalJudgements(List.of());
    Map<String, Set<String>> sets = new TreeMap<>();
    for (int item = 0; item < items.size(); item++) {
      for (int at = 0; at < items.get(item).size(); at++) {
        String name = items.get(item).get(at);
        judgements.add("item-" + item, "annotator-" + at, name);
        sets.put(name, set(name));
      }
    }
    return SetAgreement.of(judgements, sets, LABELS, new Bootstrap(100, 1));
  }

  private static double value(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return ((Defined) coefficient).value();
  }
}
