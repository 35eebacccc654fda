package io.touchstone.release;

/**
 * What stage 5 needs to know of a batch. The dataset has the name of the project.
 *
 * @param labelSchemaVersion of the batch
 * @param guidelineVersion of the batch, the one its last judgements were made under
 */
record BatchBasis(
    String batchId,
    String project,
    String submittedBy,
    int labelSchemaVersion,
    int guidelineVersion) {}
