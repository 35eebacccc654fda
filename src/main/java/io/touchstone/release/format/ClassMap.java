package io.touchstone.release.format;

import io.touchstone.project.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of the classes, for programs that want numbers. Append-only over all versions of a
 * dataset: a number is never given to another label, a label that left the schema stays, marked
 * retired, and gets its number back when it returns.
 *
 * @param classes in the order of their numbers, which begin with 0 and have no gaps
 */
public record ClassMap(List<Entry> classes) {

  /** One class: number, label id, shown name. */
  public record Entry(int number, String label, String name, boolean retired) {}

  public ClassMap {
    classes = List.copyOf(classes);
  }

  /** The map of the next version: of the previous one, if any, and the labels of now. */
  public static ClassMap next(Optional<ClassMap> previous, List<Label> labels) {
    Map<String, Label> now = new LinkedHashMap<>();
    labels.forEach(label -> now.put(label.id(), label));
    List<Entry> classes = new ArrayList<>();
    for (Entry old : previous.map(ClassMap::classes).orElse(List.of())) {
      Label still = now.remove(old.label());
      classes.add(
          new Entry(
              old.number(), old.label(), still == null ? old.name() : still.name(), still == null));
    }
    for (Label added : now.values()) {
      classes.add(new Entry(classes.size(), added.id(), added.name(), false));
    }
    return new ClassMap(classes);
  }

  /** Whether the label has a number, retired or not. */
  public boolean knows(String label) {
    return classes.stream().anyMatch(entry -> entry.label().equals(label));
  }

  /**
   * What is wrong with the map as a successor of the other one, as sentences; empty if nothing is.
   */
  public List<String> faultsAsSuccessorOf(Optional<ClassMap> previous) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).number() != i) {
        faults.add("Class numbers must run from 0 without gaps; place " + i + " differs.");
      }
    }
    if (classes.stream().map(Entry::label).distinct().count() != classes.size()) {
      faults.add("A label has two class numbers.");
    }
    for (Entry old : previous.map(ClassMap::classes).orElse(List.of())) {
      boolean kept =
          classes.stream()
              .anyMatch(e -> e.number() == old.number() && e.label().equals(old.label()));
      if (!kept) {
        faults.add("Class number " + old.number() + " no longer means the label it meant.");
      }
    }
    return faults;
  }

  /** The file {@code meta/class-map.json}. */
  public String document() {
    return CanonicalJson.document(
        CanonicalJson.fields()
            .put(
                "classes",
                classes.stream()
                    .map(
                        entry ->
                            CanonicalJson.fields()
                                .put("number", entry.number())
                                .put("label", entry.label())
                                .put("name", entry.name())
                                .put("retired", entry.retired()))
                    .toList()));
  }
}
