package io.touchstone.release.version;

import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.QualityFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept with a version beside its digests: all that is needed to write its files again, and
 * what the approver is shown.
 *
 * @param previousVersion the version it was built upon
 * @param labelSchemaVersion newest label schema of its batches
 * @param guidelineVersion newest guideline of its batches
 * @param process what its batch ran under
 * @param perLabel records, or spans, per label id
 * @param checks outcome of the checks; empty until they have run
 * @param quality figures of its batch
 * @param dataCard the Markdown page
 * @param overridden ids of the gate decisions that batches of the version went against
 */
public record VersionDetails(
    Optional<String> previousVersion,
    int labelSchemaVersion,
    int guidelineVersion,
    ProcessOrigin process,
    ClassMap classMap,
    VersionDiff diff,
    Map<String, Long> perLabel,
    List<Check> checks,
    QualityFigures quality,
    String dataCard,
    List<Long> overridden) {

  /** What was kept before overrides were noted lacks them. */
  public VersionDetails {
    overridden = overridden == null ? List.of() : List.copyOf(overridden);
  }

  public VersionDetails with(List<Check> outcomes) {
    return new VersionDetails(
        previousVersion,
        labelSchemaVersion,
        guidelineVersion,
        process,
        classMap,
        diff,
        perLabel,
        outcomes,
        quality,
        dataCard,
        overridden);
  }
}
