package io.touchstone.quality.measurement;

import io.touchstone.quality.acceptance.AcceptanceView;
import java.time.Instant;
import java.util.Optional;

/**
 * One measurement of a batch; never changed.
 *
 * @param round 1 for the first measurement of the batch
 * @param inputsSha256 hash of all that the numbers were made from: the same inputs make no new
 *     report
 * @param acceptance what a blind sample of the items that votes alone have settled led to; empty
 *     before verdicts are settled
 */
public record QualityReport(
    int round,
    Instant createdAt,
    String inputsSha256,
    QualityNumbers numbers,
    Optional<AcceptanceView> acceptance) {}
