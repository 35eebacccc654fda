package io.touchstone.agreement.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.span.SpanCounts.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans in the literature and in the tests of reference implementations. */
class PublishedSpansTest {

  /**
   * nervaluate, class TestStrictEvaluation in its tests/test_strategies.py, which asserts how many
   * are correct, incorrect, missed and spurious; F1 is twice the correct over the spans of both.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          test_perfect_match       | O B-PER I-PER O O O B-ORG I-ORG | O B-PER I-PER O O O B-ORG I-ORG     | 1
          test_missed_entity       | O B-PER I-PER O O O B-ORG I-ORG | O B-PER I-PER O O O O O             | .666666667
          test_wrong_label         | O B-PER I-PER O O O B-ORG I-ORG | O B-PER I-PER O O O B-LOC I-LOC     | .5
          test_wrong_boundary      | O B-PER I-PER O O O B-ORG I-ORG | O B-PER I-PER O O O B-LOC O         | .5
          test_shifted_boundary    | O B-PER I-PER O O O B-ORG I-ORG | O B-PER I-PER O O O O B-LOC         | .5
          test_extra_entity        | O B-PER I-PER O O O B-ORG I-ORG | O B-PER I-PER O B-PER O B-LOC I-LOC | .4
          """)
  void exact_f1_follows_from_the_counts_of_nervaluate(
      String source, String first, String second, double f1) {
    SpanCounts counts =
        SpanCounts.builder(List.of(), 2)
            .add(new TreeMap<>(Map.of("a", places(first), "b", places(second))))
            .build();

    Coefficient found = SpanAgreement.of(counts, new Bootstrap(100, 1)).f1();

    assertThat(found).isInstanceOf(Defined.class);
    assertThat(((Defined) found).value()).isCloseTo(f1, within(1e-9));
  }

  /**
   * Krippendorff 1995, p. 57 and 61, as DKPro's Krippendorff1995Test quotes it: two observers, 24
   * places, stretched until the length of a place no longer counts. The formula of 2004 mends a
   * sign in that of 1995, which is why its values are met to two hundredths only.
   */
  @ParameterizedTest
  @CsvSource({
    "2+8 14+6, 4+4 15+2, .553",
    "0+18, 0+2 2+1 3+1 4+1 5+1 6+3 9+1, -.926",
    "2+6 10+2 14+4 20+2, 0+2 4+4 10+4 16+2 20+2, .679",
    "0+2 2+8 10+4 14+6 20+4, 0+4 4+4 8+7 15+2 17+7, .066"
  })
  void alpha_of_units_of_krippendorff_1995(String first, String second, double alpha) {
    double stretch = 50_000;

    double found =
        AlphaOfUnits.onContinuum(
            List.of(units(first, stretch), units(second, stretch)), 24 * stretch);

    assertThat(found).isCloseTo(alpha, within(0.02));
  }

  private static List<Region> units(String text, double stretch) {
    List<Region> units = new ArrayList<>();
    for (String unit : text.split(" ")) {
      String[] parts = unit.split("\\+");
      double start = Double.parseDouble(parts[0]) * stretch;
      units.add(Region.stretch(start, start + Double.parseDouble(parts[1]) * stretch, "x"));
    }
    return units;
  }

  /** A span begins with B and goes on with I. */
  private static Set<Place> places(String tags) {
    String[] all = tags.split(" ");
    Set<Place> places = new HashSet<>();
    for (int start = 0; start < all.length; start++) {
      if (all[start].startsWith("B-")) {
        int end = start + 1;
        while (end < all.length && all[end].startsWith("I-")) {
          end++;
        }
        places.add(new Place(start, end, all[start].substring(2)));
      }
    }
    return places;
  }
}
