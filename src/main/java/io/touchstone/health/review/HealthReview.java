package io.touchstone.health.review;

import io.touchstone.health.metric.HealthFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One review of the health of all projects; unchangeable once it is closed.
 *
 * @param id "health-2026-11-23"; business key of its process
 * @param askedBy user id, or "system" for the timer
 * @param figures empty until measured
 * @param inputs what the figures were made from
 * @param decisions by the proposal's id, whether it was accepted; empty until decided
 * @param minutes what the person wrote; empty if nothing, or erased
 */
record HealthReview(
    String id,
    String askedBy,
    Instant begunAt,
    Instant from,
    Instant to,
    Optional<HealthFigures> figures,
    Map<String, Object> inputs,
    List<Proposal> proposals,
    Map<String, Boolean> decisions,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    Optional<Instant> closedAt,
    Optional<String> sha256,
    Optional<String> minutes) {}
