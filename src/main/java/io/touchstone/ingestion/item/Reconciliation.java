package io.touchstone.ingestion.item;

/**
 * Whether every row of a batch is accounted for.
 *
 * @param received rows counted in one pass at intake
 * @param ok rows that became items
 * @param quarantined objects that nobody gets to see
 * @param unreconciled rows without an entry or entries without a row, entries and items that do not
 *     fit each other, and sources not read to their end; 0 in a sound batch
 */
public record Reconciliation(
    long received, long ok, long rejected, long duplicate, long quarantined, long unreconciled) {}
