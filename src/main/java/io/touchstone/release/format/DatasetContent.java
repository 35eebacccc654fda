package io.touchstone.release.format;

import io.touchstone.project.Splits;
import java.util.List;

/**
 * Everything of a version but its items.
 *
 * @param guideline Markdown of the guideline that the newest batch ended under
 * @param splits the wished parts
 * @param formats that the records are written in, at least one
 */
public record DatasetContent(
    CardFacts facts,
    ClassMap classMap,
    String guideline,
    Deidentification deidentification,
    Splits splits,
    List<DatasetFormat> formats) {

  public DatasetContent {
    formats = List.copyOf(formats);
  }
}
