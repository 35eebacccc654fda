package io.touchstone.release.format;

import io.touchstone.project.Splits;

/**
 * Everything of a version but its items.
 *
 * @param guideline Markdown of the guideline that the newest batch ended under
 * @param splits the wished parts
 */
public record DatasetContent(
    CardFacts facts,
    ClassMap classMap,
    String guideline,
    Deidentification deidentification,
    Splits splits) {

  /** Of a dataset that is not divided. */
  public DatasetContent(
      CardFacts facts, ClassMap classMap, String guideline, Deidentification deidentification) {
    this(facts, classMap, guideline, deidentification, Splits.NONE);
  }
}
