package io.touchstone.release.format.directory;

import io.touchstone.project.Splits;
import io.touchstone.release.format.CanonicalJson;
import java.util.List;
import java.util.SortedMap;

/** What {@code meta/split-policy.json} says of how the records are divided. */
final class SplitPolicy {

  private static final String SINGLE =
      CanonicalJson.document(
          CanonicalJson.fields()
              .put("policy", "single")
              .put("splits", List.of(Splits.ALL))
              .put("statement", "All records are in one split; none is set aside for testing."));

  private SplitPolicy() {}

  private static CanonicalJson.Fields percent(Splits splits) {
    CanonicalJson.Fields percent = CanonicalJson.fields();
    splits.percent().forEach((name, share) -> percent.put(name, CanonicalJson.number(share)));
    return percent;
  }

  static String document(Splits splits, SortedMap<String, Long> perSplit) {
    return splits.isSingle()
        ? SINGLE
        : CanonicalJson.document(
            CanonicalJson.fields()
                .put("policy", "grouped")
                .put("splits", splits.names())
                .put("percent", percent(splits))
                .put("records", perSplit)
                .put(
                    "statement",
                    "Records that are equal or nearly so are in one split. Which one is drawn by a"
                        + " keyed hash, so that the shares are kept; it never changes for a record"
                        + " that was published."));
  }
}
