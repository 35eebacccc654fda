package io.touchstone.tasking.reassignment;

/**
 * Items of a batch that wait for people.
 *
 * @param kind annotation or adjudication
 * @param items how many
 * @param because why, in a sentence, and what ends it
 */
public record Stranded(String batch, String kind, long items, String because) {}
