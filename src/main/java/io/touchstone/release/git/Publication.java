package io.touchstone.release.git;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one version adds to the repository of its dataset.
 *
 * @param dataset name of the dataset
 * @param version "1.2.0"
 * @param previousVersion the version it follows
 * @param files bytes by path; files of the previous version that are not named stay
 * @param changes lines of the changelog on this version, Markdown
 * @param at time of the approval, to the second
 */
public record Publication(
    String dataset,
    String version,
    Optional<String> previousVersion,
    SortedMap<String, byte[]> files,
    String changes,
    Instant at) {

  /** Name of the annotated tag, by the convention of GTO. */
  public String tag() {
    return tag(dataset, version);
  }

  /** As {@link #tag()} for any version. */
  public static String tag(String dataset, String version) {
    return dataset + "@v" + version;
  }
}
