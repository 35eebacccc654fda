package io.touchstone.release.split;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Splits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Divides the items of a dataset: what is equal or nearly so stays in one part, who has a part
 * keeps it, and the parts come as near to their shares as that allows. The order in which items are
 * served is a keyed draw, so the same items under the same key are divided alike.
 */
final class SplitPlan {

  private final Splits splits;
  private final Hmac key;
  private final Map<String, Long> sizes = new LinkedHashMap<>();
  private final Map<String, String> fresh = new LinkedHashMap<>();

  /**
   * An item.
   *
   * @param content number that equal contents have in common
   * @param group of nearly equal ones; 0 for none
   * @param split where it is already
   * @param counts whether it is of the version that is planned, and not of another draft
   */
  record Item(String id, long content, int group, Optional<String> split, boolean counts) {}

  private SplitPlan(Splits splits, Hmac key) {
    this.splits = splits;
    this.key = key;
    splits.names().forEach(name -> sizes.put(name, 0L));
  }

  /** The part of each item that has none so far. */
  static Map<String, String> of(Splits splits, Hmac key, List<Item> items) {
    SplitPlan plan = new SplitPlan(splits, key);
    items.stream()
        .filter(Item::counts)
        .flatMap(item -> item.split().stream())
        .forEach(split -> plan.sizes.computeIfPresent(split, (name, size) -> size + 1));
    List<List<Item>> undivided = new ArrayList<>();
    for (List<Item> unit : units(items)) {
      List<Item> without = unit.stream().filter(item -> item.split().isEmpty()).toList();
      if (!without.isEmpty()) {
        plan.wherePartIs(unit)
            .ifPresentOrElse(split -> plan.put(without, split), () -> undivided.add(without));
      }
    }
    plan.largestFirst(undivided).forEach(unit -> plan.put(unit, plan.shortest(unit.size())));
    return plan.fresh;
  }

  /** Where most of those are that have a part already, the first of two that have as many. */
  private Optional<String> wherePartIs(List<Item> unit) {
    Map<String, Long> counts =
        unit.stream()
            .flatMap(item -> item.split().stream())
            .filter(sizes::containsKey)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return splits.names().stream()
        .filter(counts::containsKey)
        .max(
            Comparator.comparingLong((String name) -> counts.get(name))
                .thenComparing(Comparator.comparingInt(splits.names()::indexOf).reversed()));
  }

  private void put(List<Item> unit, String split) {
    unit.forEach(item -> fresh.put(item.id(), split));
    sizes.merge(split, (long) unit.size(), Long::sum);
  }

  /** Large ones leave small ones to even out what they make uneven. */
  private List<List<Item>> largestFirst(List<List<Item>> units) {
    Map<String, List<Item>> byFirst = new HashMap<>();
    units.forEach(unit -> byFirst.put(unit.get(0).id(), unit));
    List<List<Item>> ordered =
        new ArrayList<>(
            key.shuffled(byFirst.keySet(), "split").stream().map(byFirst::get).toList());
    ordered.sort(Comparator.comparingInt((List<Item> unit) -> unit.size()).reversed());
    return ordered;
  }

  /**
   * The part that would have least of its share with so many more (D'Hondt 1878), so that at any
   * size of unit each part gets its share of units.
   */
  private String shortest(int more) {
    return splits.names().stream()
        .min(
            Comparator.comparingDouble(
                name -> (sizes.get(name) + more) / splits.percent().get(name)))
        .orElseThrow();
  }

  /** Items that are equal or nearly so, be it by way of others; the smallest id first. */
  private static List<List<Item>> units(List<Item> items) {
    List<Item> ordered = items.stream().sorted(Comparator.comparing(Item::id)).toList();
    int[] first = new int[ordered.size()];
    Map<Long, Integer> byContent = new HashMap<>();
    Map<Integer, Integer> byGroup = new HashMap<>();
    for (int place = 0; place < first.length; place++) {
      first[place] = place;
      Item item = ordered.get(place);
      unite(first, place, Optional.ofNullable(byContent.putIfAbsent(item.content(), place)));
      if (item.group() > 0) {
        unite(first, place, Optional.ofNullable(byGroup.putIfAbsent(item.group(), place)));
      }
    }
    Map<Integer, List<Item>> units = new LinkedHashMap<>();
    for (int place = 0; place < first.length; place++) {
      units.computeIfAbsent(root(first, place), none -> new ArrayList<>()).add(ordered.get(place));
    }
    return List.copyOf(units.values());
  }

  private static void unite(int[] first, int place, Optional<Integer> other) {
    if (other.isPresent()) {
      int one = root(first, place);
      int two = root(first, other.get());
      first[Math.max(one, two)] = Math.min(one, two);
    }
  }

  private static int root(int[] first, int place) {
    int at = place;
    while (first[at] != at) {
      first[at] = first[first[at]];
      at = first[at];
    }
    return at;
  }
}
