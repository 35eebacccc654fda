package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageCutterTest {

  private static final Hmac KEY = Hmac.of("key".getBytes(StandardCharsets.UTF_8));

  private static List<PlannedPackage> cut(int items, double secondsPerItem, int minutes) {
    return new PackageCutter(KEY, secondsPerItem, minutes)
        .cut("b-1", "ada", WorkPackage.Kind.ANNOTATION, 1, 1, items(items));
  }

  private static List<String> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> "i" + i).toList();
  }

  /** The fewest packages of at most so many minutes: 45 minutes of 18 seconds are 150 items. */
  @ParameterizedTest
  @CsvSource({
    "0, 18, 45, 0",
    "1, 18, 45, 1",
    "150, 18, 45, 1",
    "151, 18, 45, 2",
    "300, 18, 45, 2",
    "301, 18, 45, 3",
    "7, 7.5, 1, 1",
    "17, 7.5, 1, 3",
    "5, 600, 1, 5"
  })
  void as_few_packages_as_fit_the_minutes(int items, double seconds, int minutes, int packages) {
    assertThat(cut(items, seconds, minutes)).hasSize(packages);
  }

  @ParameterizedTest
  @CsvSource({"1, 18, 45", "151, 18, 45", "1000, 18, 45", "17, 7.5, 1", "999, 3.3, 2"})
  void every_item_lies_in_one_package_sizes_differ_by_one_and_none_is_too_long(
      int items, double seconds, int minutes) {
    List<PlannedPackage> packages = cut(items, seconds, minutes);

    assertThat(packages.stream().flatMap(each -> each.itemIds().stream()))
        .containsExactlyInAnyOrderElementsOf(items(items));
    List<Integer> sizes = packages.stream().map(each -> each.itemIds().size()).sorted().toList();
    assertThat(sizes.get(sizes.size() - 1) - sizes.get(0)).isBetween(0, 1);
    assertThat(packages)
        .allSatisfy(
            each -> {
              assertThat(each.itemIds().size() * seconds).isLessThanOrEqualTo(minutes * 60);
              assertThat(each.estimatedSeconds())
                  .isEqualTo((int) Math.ceil(each.itemIds().size() * seconds));
            });
  }

  @Test
  void an_item_that_takes_longer_than_a_package_has_one_of_its_own() {
    assertThat(cut(3, 600, 1)).extracting(each -> each.itemIds().size()).containsExactly(1, 1, 1);
  }

  @Test
  void packages_are_numbered_on_and_their_ids_are_distinct() {
    List<PlannedPackage> packages =
        new PackageCutter(KEY, 30, 1)
            .cut("b-1", "ada", WorkPackage.Kind.ADJUDICATION, 2, 4, items(5));

    assertThat(packages).extracting(PlannedPackage::number).containsExactly(4, 5, 6);
    assertThat(packages).extracting(PlannedPackage::id).doesNotHaveDuplicates();
  }

  @Test
  void the_order_is_hidden_but_the_same_for_the_same_key() {
    List<String> order = cut(50, 1, 45).get(0).itemIds();

    assertThat(order).isNotEqualTo(items(50)).isEqualTo(cut(50, 1, 45).get(0).itemIds());
    assertThat(
            new PackageCutter(KEY, 1, 45)
                .cut("b-1", "ben", WorkPackage.Kind.ANNOTATION, 1, 1, items(50))
                .get(0)
                .itemIds())
        .as("another person has another order")
        .isNotEqualTo(order);
  }
}
