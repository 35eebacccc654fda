package io.touchstone.health;

import io.touchstone.pipeline.BatchPosition;
import java.util.Optional;

/**
 * Which batches are listed.
 *
 * @param text part of the batch's id or name
 * @param state running, waiting, held, stopped, done or failed
 * @param before the last entry of the page before
 */
record StandingFilter(
    Optional<String> text,
    Optional<String> project,
    Optional<String> state,
    Optional<BatchPosition> before) {}
