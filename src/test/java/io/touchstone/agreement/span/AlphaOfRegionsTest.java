package io.touchstone.agreement.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.Coefficient.Undefined;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaOfRegionsTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);

  /**
   * The examples of kalphacv, the code to Tschirschwitz et al. 2022: its tests
   * test_example_fruits.py, test_example_smile.py and test_example_landscape.py assert these
   * values, rounded to four digits, on the boxes of its files fruits.json, smile_fruits.json and
   * landscape_annotations.json.
   */
  @ParameterizedTest
  @CsvSource({"fruits, 0.0222", "smile, 0.494", "landscape, 0.4889"})
  void alpha_of_the_boxes_of_tschirschwitz_2022(String image, double alpha) throws IOException {
    MarkedJudgements data = new MarkedJudgements();
    boxes(image).forEach((annotator, boxes) -> data.add(image, annotator, boxes));

    assertThat(value(AlphaOfRegions.of("boxAlpha", data, BOOTSTRAP)))
        .isCloseTo(alpha, within(0.00005));
  }

  /** Units of the example fruits as its test_coincidence_matrix lists them, by label. */
  @Test
  void regions_are_matched_annotator_by_annotator() throws IOException {
    List<Region[]> units = AlphaOfRegions.units(List.copyOf(boxes("fruits").values()));

    assertThat(units.stream().map(AlphaOfRegionsTest::labels))
        .containsExactly("Banana Banana Apple", "Apple Apple *", "Apple Apple Banana", "* * Apple");
  }

  /** By hand: cat/cat, cat/nothing and dog/cat; n = 6 of cat 4, dog 1, nothing 1. */
  @Test
  void what_somebody_missed_is_a_label_of_its_own() {
    MarkedJudgements data =
        new MarkedJudgements()
            .add("1", "a", List.of(box(0, "cat"), box(20, "cat")))
            .add("1", "b", List.of(box(1, "cat")))
            .add("2", "a", List.of(box(0, "dog")))
            .add("2", "b", List.of(box(0, "cat")))
            .add("3", "a", List.of())
            .add("3", "b", List.of());

    assertThat(value(AlphaOfRegions.of("boxAlpha", data, BOOTSTRAP)))
        .isCloseTo(1 - 5 * 4.0 / (36 - 16 - 1 - 1), within(1e-12));
  }

  @Test
  void exactly_half_in_common_is_no_match() {
    MarkedJudgements half =
        new MarkedJudgements()
            .add("1", "a", List.of(Region.stretch(0, 10, "x")))
            .add("1", "b", List.of(Region.stretch(0, 5, "x")));

    assertThat(
            AlphaOfRegions.units(
                List.of(List.of(Region.stretch(0, 10, "x")), List.of(Region.stretch(0, 5, "x")))))
        .hasSize(2);
    assertThat(value(AlphaOfRegions.of("segmentAlpha", half, BOOTSTRAP))).isLessThan(0);
  }

  @Test
  void what_is_undefined_has_a_reason_and_no_number() {
    MarkedJudgements empty =
        new MarkedJudgements().add("1", "a", List.of()).add("1", "b", List.of());
    MarkedJudgements same =
        new MarkedJudgements()
            .add("1", "a", List.of(box(0, "cat")))
            .add("1", "b", List.of(box(0, "cat")));
    MarkedJudgements single = new MarkedJudgements().add("1", "a", List.of(box(0, "cat")));

    assertThat(reason(empty)).isEqualTo(Reason.NO_SPANS);
    assertThat(reason(same)).isEqualTo(Reason.NO_VARIATION);
    assertThat(reason(single)).isEqualTo(Reason.NO_PAIRABLE_ITEM);
    assertThat(reason(new MarkedJudgements())).isEqualTo(Reason.NO_ITEMS);
  }

  private static Reason reason(MarkedJudgements data) {
    return ((Undefined) AlphaOfRegions.of("boxAlpha", data, BOOTSTRAP)).reason();
  }

  private static String labels(Region[] unit) {
    List<String> labels = new ArrayList<>();
    for (Region region : unit) {
      labels.add(region == null ? "*" : region.label());
    }
    return String.join(" ", labels);
  }

  private static Map<String, List<Region>> boxes(String image) throws IOException {
    Map<String, List<Region>> boxes = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                AlphaOfRegionsTest.class.getResourceAsStream(
                    "/agreement/boxes-of-tschirschwitz-2022.csv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split(","))
          .filter(cells -> cells[0].equals(image))
          .forEach(
              cells ->
                  boxes
                      .computeIfAbsent(cells[1], key -> new ArrayList<>())
                      .add(
                          new Region(
                              Double.parseDouble(cells[3]),
                              Double.parseDouble(cells[4]),
                              Double.parseDouble(cells[5]),
                              Double.parseDouble(cells[6]),
                              cells[2])));
    }
    return boxes;
  }

  private static Region box(double x, String label) {
    return new Region(x, 5, 10, 10, label);
  }

  private static double value(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return ((Defined) coefficient).value();
  }
}
