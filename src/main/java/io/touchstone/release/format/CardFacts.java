package io.touchstone.release.format;

import io.touchstone.project.ProjectSettings;
import java.util.List;

/**
 * What the data card says beside what can be counted in the files.
 *
 * @param dataset name of the dataset
 * @param title shown name of the project
 * @param purpose what the project is for
 * @param licence SPDX id
 * @param annotatorsPerItem k, distinct annotators that were planned per item
 * @param task kind of labelling
 * @param batches those whose records are in the version, oldest first
 */
public record CardFacts(
    String dataset,
    String title,
    String purpose,
    String licence,
    String creator,
    String contact,
    int annotatorsPerItem,
    ProjectSettings.Task task,
    List<BatchFacts> batches) {

  /** One batch: how many records came from it and how well people agreed. */
  public record BatchFacts(
      String batchId, long records, long adjudicated, QualityFigures quality) {}

  public CardFacts {
    batches = List.copyOf(batches);
  }

  /** Facts of a dataset of classes. */
  public CardFacts(
      String dataset,
      String title,
      String purpose,
      String licence,
      String creator,
      String contact,
      int annotatorsPerItem,
      List<BatchFacts> batches) {
    this(
        dataset,
        title,
        purpose,
        licence,
        creator,
        contact,
        annotatorsPerItem,
        ProjectSettings.Task.CLASSIFICATION,
        batches);
  }
}
