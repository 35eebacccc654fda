package io.touchstone.inspection;

import io.touchstone.pipeline.BatchPosition;
import io.touchstone.platform.security.project.KnownProjects;
import java.util.Optional;

/**
 * Which batches are listed.
 *
 * @param text part of the batch id
 * @param before the last entry of the page before
 * @param known projects whose batches may be listed
 */
record BatchFilter(
    Optional<String> text,
    Optional<String> project,
    Optional<String> state,
    Optional<BatchPosition> before,
    KnownProjects known) {}
