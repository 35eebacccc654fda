package io.touchstone.release.version;

import io.touchstone.release.version.VersionDiff.Change;
import java.util.Arrays;
import java.util.Optional;

/**
 * Number of a dataset version. What makes which part grow follows Croissant 1.1, section "Dataset
 * versioning": major when records changed or left, minor when records were added, patch when only
 * what describes them changed.
 */
public record VersionNumber(int major, int minor, int patch) {

  static final VersionNumber FIRST = new VersionNumber(1, 0, 0);

  /** Reads "1.2.0". */
  public static VersionNumber parse(String text) {
    int[] parts = Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return new VersionNumber(parts[0], parts[1], parts[2]);
  }

  /** The number after the previous version, if any, given what changed since. */
  public static VersionNumber after(Optional<VersionNumber> previous, Change change) {
    return previous.map(number -> number.grown(change)).orElse(FIRST);
  }

  private VersionNumber grown(Change change) {
    return switch (change) {
      case NOTHING -> this;
      case DESCRIPTION -> new VersionNumber(major, minor, patch + 1);
      case ADDITIONS -> new VersionNumber(major, minor + 1, 0);
      case RECORDS -> new VersionNumber(major + 1, 0, 0);
    };
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
