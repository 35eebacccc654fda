package io.touchstone.ingestion.manifest;

import java.time.Instant;

/**
 * What the manifest of a batch was at some time.
 *
 * @param number 1 for the first; a stage that is repeated seals again
 * @param entries rows accounted for
 * @param root of the Merkle tree over the manifest's lines (RFC 6962), 64 hexadecimal digits
 */
record ManifestSeal(String batchId, int number, Instant at, long entries, String root) {}
