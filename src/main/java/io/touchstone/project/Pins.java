package io.touchstone.project;

/**
 * Through which versions of its project a batch is read, from its beginning to its end.
 *
 * @param projectVersion its settings
 * @param labelSchemaVersion what may be answered
 * @param guidelineVersion by which it is answered; a revision brings a batch a newer one
 */
public record Pins(
    String projectKey, int projectVersion, int labelSchemaVersion, int guidelineVersion) {}
