package io.touchstone.project;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a project's guideline.
 *
 * @param version from 1
 * @param writtenBy who wrote it in the product; empty for one from the project's file
 * @param note what changed, for those who label under it; empty for one from the file
 */
public record GuidelineVersion(
    int version,
    String markdown,
    Optional<String> writtenBy,
    Optional<String> note,
    Instant createdAt) {}
