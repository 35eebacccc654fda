package io.touchstone.inspection;

import io.touchstone.pipeline.BatchPosition;
import java.util.Optional;

/**
 * Which batches are listed.
 *
 * @param text part of the batch id
 * @param before the last entry of the page before
 */
record BatchFilter(
    Optional<String> text,
    Optional<String> project,
    Optional<String> state,
    Optional<BatchPosition> before) {}
