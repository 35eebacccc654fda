package io.touchstone.health.standing;

import io.touchstone.pipeline.BatchPosition;
import io.touchstone.platform.security.project.KnownProjects;
import java.util.Optional;

/**
 * Which batches are listed.
 *
 * @param text part of the batch's id or name
 * @param state running, waiting, held, stopped, done or failed
 * @param before the last entry of the page before
 * @param known projects whose batches may be listed
 */
record StandingFilter(
    Optional<String> text,
    Optional<String> project,
    Optional<String> state,
    Optional<BatchPosition> before,
    KnownProjects known) {}
