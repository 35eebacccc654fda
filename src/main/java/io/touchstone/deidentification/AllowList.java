package io.touchstone.deidentification;

import io.touchstone.deidentification.operator.DeidentificationRules.Listed;
import io.touchstone.deidentification.recogniser.folding.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Strings that a project never removes by themselves; within a longer finding they go with it. */
public record AllowList(Set<String> exact, Set<String> anyCase) {

  static final AllowList NONE = of(List.of());

  public static AllowList of(List<Listed> listed) {
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
