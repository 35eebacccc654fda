package io.touchstone.release.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Splits;
import io.touchstone.release.split.SplitPlan.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is nearly equal stays together, what is divided stays so, and shares come out. */
class SplitPlanTest {

  private static final Hmac KEY = Hmac.of(new byte[] {1});
  private static final Splits SPLITS = splits(80, 10, 10);

  private static Splits splits(double train, double validation, double test) {
    Map<String, Double> percent = new LinkedHashMap<>();
    percent.put("train", train);
    percent.put("validation", validation);
    percent.put("test", test);
    return new Splits(percent);
  }

  private static Item item(int number, int group) {
    return new Item("item-" + number, number, group, Optional.empty(), true);
  }

  private static List<Item> singles(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> item(number, 0)).toList();
  }

  private static Map<String, Long> sizes(Map<String, String> plan) {
    return plan.values().stream()
        .collect(Collectors.groupingBy(split -> split, Collectors.counting()));
  }

  @Test
  void single_items_are_divided_exactly_in_an_order_that_the_key_draws() {
    Map<String, String> plan = SplitPlan.of(SPLITS, KEY, singles(0, 1_000));

    assertThat(sizes(plan)).isEqualTo(Map.of("train", 800L, "validation", 100L, "test", 100L));
    List<Item> otherOrder = new ArrayList<>(singles(0, 1_000));
    Collections.shuffle(otherOrder, new Random(3));
    assertThat(SplitPlan.of(SPLITS, KEY, otherOrder)).isEqualTo(plan);
    assertThat(SplitPlan.of(SPLITS, Hmac.of(new byte[] {2}), singles(0, 1_000))).isNotEqualTo(plan);
  }

  /** 100 groups of 3, 50 pairs that are equal, and single ones, a thousand items in all. */
  private static List<Item> grouped() {
    List<Item> items = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      items.add(item(number, 1 + number / 3));
    }
    for (int number = 300; number < 400; number++) {
      items.add(new Item("item-" + number, 10_000 + number / 2, 0, Optional.empty(), true));
    }
    items.addAll(singles(1_000, 1_600));
    return items;
  }

  @Test
  void whole_groups_are_in_one_part_and_each_part_has_its_share_of_them() {
    Map<String, String> plan = SplitPlan.of(SPLITS, KEY, grouped());

    Map<String, Integer> groups = new HashMap<>();
    for (int group = 0; group < 100; group++) {
      int first = 3 * group;
      Set<String> parts =
          IntStream.range(first, first + 3)
              .mapToObj(number -> plan.get("item-" + number))
              .collect(Collectors.toSet());
      assertThat(parts).as("group " + group).hasSize(1);
      groups.merge(parts.iterator().next(), 1, Integer::sum);
    }
    for (int pair = 300; pair < 400; pair += 2) {
      assertThat(plan.get("item-" + pair)).isEqualTo(plan.get("item-" + (pair + 1)));
    }
    assertThat(groups).isEqualTo(Map.of("train", 80, "validation", 10, "test", 10));
    assertThat(sizes(plan)).isEqualTo(Map.of("train", 800L, "validation", 100L, "test", 100L));
  }

  @Test
  void what_is_joined_by_way_of_another_is_together_too() {
    List<Item> chain =
        List.of(
            new Item("a", 1, 7, Optional.empty(), true),
            new Item("b", 2, 7, Optional.empty(), true),
            new Item("c", 2, 0, Optional.empty(), true),
            new Item("d", 3, 8, Optional.empty(), true));
    List<Item> all = new ArrayList<>(chain);
    all.addAll(singles(100, 300));

    for (int number = 0; number < 50; number++) {
      Map<String, String> plan = SplitPlan.of(SPLITS, Hmac.of(new byte[] {(byte) number}), all);
      assertThat(plan.get("b")).isEqualTo(plan.get("a"));
      assertThat(plan.get("c")).isEqualTo(plan.get("a"));
    }
  }

  private static List<Item> after(Map<String, String> plan, List<Item> items) {
    return items.stream()
        .map(
            item ->
                new Item(
                    item.id(),
                    item.content(),
                    item.group(),
                    Optional.ofNullable(plan.get(item.id())),
                    true))
        .toList();
  }

  @Test
  void who_has_a_part_keeps_it_when_more_items_come_and_the_shares_change() {
    Map<String, String> first = SplitPlan.of(SPLITS, KEY, singles(0, 100));
    List<Item> more = new ArrayList<>(after(first, singles(0, 100)));
    more.addAll(singles(100, 200));

    Map<String, String> second = SplitPlan.of(splits(60, 20, 20), KEY, more);

    assertThat(second.keySet()).doesNotContainAnyElementsOf(first.keySet()).hasSize(100);
    Map<String, Long> all = new HashMap<>(sizes(first));
    sizes(second).forEach((split, size) -> all.merge(split, size, Long::sum));
    assertThat(all).isEqualTo(Map.of("train", 120L, "validation", 40L, "test", 40L));
    assertThat(SplitPlan.of(SPLITS, KEY, after(first, singles(0, 100)))).isEmpty();
  }

  @Test
  void a_later_one_of_a_group_goes_where_most_of_the_group_is() {
    List<Item> items = new ArrayList<>();
    items.add(new Item("a", 1, 7, Optional.of("train"), true));
    items.add(new Item("b", 2, 7, Optional.of("test"), true));
    items.add(new Item("c", 3, 7, Optional.of("test"), false));
    items.add(new Item("d", 4, 7, Optional.empty(), true));
    items.add(new Item("e", 5, 8, Optional.of("validation"), false));
    items.add(new Item("f", 6, 8, Optional.empty(), true));

    assertThat(SplitPlan.of(SPLITS, KEY, items)).isEqualTo(Map.of("d", "test", "f", "validation"));
  }

  @Test
  void a_part_that_is_wished_no_more_gets_nothing_new() {
    List<Item> items = new ArrayList<>(singles(0, 10));
    items.add(new Item("old", 99, 5, Optional.of("dev"), true));
    items.add(new Item("new", 98, 5, Optional.empty(), true));

    Map<String, String> plan = SplitPlan.of(SPLITS, KEY, items);

    assertThat(plan.values()).doesNotContain("dev");
    assertThat(plan).hasSize(11);
  }
}
