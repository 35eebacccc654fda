package io.touchstone.release.version;

import io.touchstone.project.Pins;

/**
 * What stage 5 needs to know of a batch. The dataset has the name of the project.
 *
 * @param projectVersion settings that the batch began with
 * @param labelSchemaVersion of the batch
 * @param guidelineVersion of the batch, the one its last judgements were made under
 */
public record BatchBasis(
    String batchId,
    String project,
    String submittedBy,
    int projectVersion,
    int labelSchemaVersion,
    int guidelineVersion) {

  /** What the batch is read through. */
  public Pins pins() {
    return new Pins(project, projectVersion, labelSchemaVersion, guidelineVersion);
  }
}
