package io.touchstone.release.format;

/**
 * Everything of a version but its items.
 *
 * @param guideline Markdown of the guideline that the newest batch ended under
 */
public record DatasetContent(
    CardFacts facts, ClassMap classMap, String guideline, Deidentification deidentification) {}
