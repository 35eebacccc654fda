package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.Folding;
import io.touchstone.project.DeidentificationRules.Listed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Strings that a project never removes by themselves; within a longer finding they go with it. */
record AllowList(Set<String> exact, Set<String> anyCase) {

  static final AllowList NONE = of(List.of());

  static AllowList of(List<Listed> listed) {
    return new AllowList(
        listed.stream()
            .filter(Listed::exact)
            .map(each -> Folding.of(each.text()))
            .collect(Collectors.toCollection(TreeSet::new)),
        listed.stream()
            .filter(each -> !each.exact())
            .map(each -> Folding.of(each.text()).toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Whether a finding is exactly one of them. */
  boolean has(String found) {
    if (exact.isEmpty() && anyCase.isEmpty()) {
      return false;
    }
    String folded = Folding.of(found);
    return exact.contains(folded) || anyCase.contains(folded.toLowerCase(Locale.ROOT));
  }
}
