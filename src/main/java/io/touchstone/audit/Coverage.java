package io.touchstone.audit;

/**
 * How much of a kind of rows the trail covers.
 *
 * @param kind as "judgement"
 * @param rows covered by digests
 * @param older rows that were there before recording began; what became of them since, no digest
 *     tells
 */
public record Coverage(String kind, long rows, long older) {}
