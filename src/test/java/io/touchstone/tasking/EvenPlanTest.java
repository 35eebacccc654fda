package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, on 200 drawn cases: 1 to 300 items, 1 to 12 people, k of 1 to 5. */
class EvenPlanTest {

  /** One drawn case. */
  record Case(long seed, Hmac draw, List<EvenPlan.Need> needs, List<String> people, int k) {

    static Case of(long seed, boolean exclusions) {
      Random random = new Random(seed);
      int k = 1 + random.nextInt(5);
      List<String> people =
          IntStream.rangeClosed(1, 1 + random.nextInt(12)).mapToObj(i -> "p" + i).toList();
      List<EvenPlan.Need> needs = new ArrayList<>();
      int items = 1 + random.nextInt(300);
      for (int i = 0; i < items; i++) {
        Set<String> excluded = new HashSet<>();
        for (String person : people) {
          if (exclusions && random.nextInt(4) == 0) {
            excluded.add(person);
          }
        }
        needs.add(new EvenPlan.Need("i" + i, k, excluded));
      }
      return new Case(seed, key("case-" + seed), needs, people, k);
    }

    EvenPlan plan() {
      return EvenPlan.of(draw, needs, EvenPlan.noLoads(people));
    }

    @Override
    public String toString() {
      return needs.size() + " items, " + people.size() + " people, k " + k + ", seed " + seed;
    }
  }

  static List<Case> whereAllAreEligible() {
    return IntStream.range(0, 100).mapToObj(seed -> Case.of(seed, false)).toList();
  }

  static List<Case> whereSomeAreExcluded() {
    return IntStream.range(100, 200).mapToObj(seed -> Case.of(seed, true)).toList();
  }

  private static Hmac key(String text) {
    return Hmac.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Who got which item, from the items' side. */
  private static Map<String, List<String>> holders(EvenPlan plan) {
    Map<String, List<String>> holders = new HashMap<>();
    plan.itemsOf()
        .forEach(
            (person, items) ->
                items.forEach(
                    item -> holders.computeIfAbsent(item, i -> new ArrayList<>()).add(person)));
    return holders;
  }

  @ParameterizedTest
  @MethodSource({"whereAllAreEligible", "whereSomeAreExcluded"})
  void an_item_gets_k_distinct_people_or_as_many_as_there_are_and_never_an_excluded_one(
      Case given) {
    EvenPlan plan = given.plan();

    Map<String, List<String>> holders = holders(plan);
    int shortItems = 0;
    for (EvenPlan.Need need : given.needs()) {
      List<String> got = holders.getOrDefault(need.itemId(), List.of());
      int eligible = given.people().size() - need.excluded().size();
      assertThat(got)
          .doesNotHaveDuplicates()
          .doesNotContainAnyElementsOf(need.excluded().isEmpty() ? Set.of("-") : need.excluded())
          .hasSize(Math.min(given.k(), eligible));
      shortItems += eligible < given.k() ? 1 : 0;
    }
    assertThat(plan.shortItems()).isEqualTo(shortItems);
  }

  @ParameterizedTest
  @MethodSource("whereAllAreEligible")
  void loads_differ_by_at_most_one_where_everybody_may_do_everything(Case given) {
    EvenPlan plan = given.plan();

    List<Integer> loads = plan.itemsOf().values().stream().map(List::size).sorted().toList();
    assertThat(loads).hasSameSizeAs(given.people());
    assertThat(loads.get(loads.size() - 1) - loads.get(0)).isBetween(0, 1).isEqualTo(plan.spread());
  }

  @ParameterizedTest
  @MethodSource("whereSomeAreExcluded")
  void the_same_key_gives_the_same_plan(Case given) {
    assertThat(given.plan().itemsOf()).isEqualTo(given.plan().itemsOf());
  }

  @Test
  void another_key_shares_items_among_others() {
    Case given = Case.of(7, false);
    List<EvenPlan.Need> needs =
        IntStream.range(0, 60).mapToObj(i -> new EvenPlan.Need("i" + i, 2, Set.of())).toList();
    List<String> people = List.of("a", "b", "c", "d", "e", "f");

    assertThat(EvenPlan.of(given.draw(), needs, EvenPlan.noLoads(people)).itemsOf())
        .isNotEqualTo(EvenPlan.of(key("other"), needs, EvenPlan.noLoads(people)).itemsOf());
  }

  @Test
  void work_done_before_counts_so_that_those_with_less_get_more() {
    List<EvenPlan.Need> needs =
        IntStream.range(0, 6).mapToObj(i -> new EvenPlan.Need("i" + i, 1, Set.of())).toList();

    EvenPlan plan = EvenPlan.of(key("k"), needs, Map.of("old", 10, "new", 0));

    assertThat(plan.itemsOf().get("new")).hasSize(6);
    assertThat(plan.itemsOf().get("old")).isEmpty();
    assertThat(plan.spread()).isEqualTo(4);
    assertThat(plan.imbalance()).isEqualTo(10 / 8.0);
  }

  @Test
  void without_people_every_item_is_short_and_nothing_is_uneven() {
    EvenPlan plan = EvenPlan.of(key("k"), List.of(new EvenPlan.Need("i", 2, Set.of())), Map.of());

    assertThat(plan.shortItems()).isEqualTo(1);
    assertThat(plan.imbalance()).isEqualTo(1);
    assertThat(plan.spread()).isZero();
  }
}
