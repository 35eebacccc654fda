package io.touchstone.quality;

import java.time.Instant;

/**
 * One measurement of a batch; never changed.
 *
 * @param round 1 for the first measurement of the batch
 * @param inputsSha256 hash of all that the numbers were made from: the same inputs make no new
 *     report
 */
record QualityReport(int round, Instant createdAt, String inputsSha256, QualityNumbers numbers) {}
