package io.touchstone.quality.acceptance;

/**
 * A decision on a batch with the engine's versions of the tables that made it.
 *
 * @param planVersion of acceptance-plan
 * @param tableVersion of batch-acceptance
 */
public record StoredAcceptance(BatchAcceptance acceptance, int planVersion, int tableVersion) {}
