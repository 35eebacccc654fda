package io.touchstone.release.format;

import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Optional;

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
 * @param accepted where one of these batches went on against its gate, oldest first
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
    List<BatchFacts> batches,
    List<AcceptedAgainst> accepted) {

  /**
   * One batch: how many records came from it and how well people agreed.
   *
   * @param processSet version of the set of processes that it ran under, where that is on record
   */
  public record BatchFacts(
      String batchId,
      long records,
      long adjudicated,
      QualityFigures quality,
      Optional<String> processSet) {

    /** A batch of which nobody knows the set of processes. */
    public BatchFacts(String batchId, long records, long adjudicated, QualityFigures quality) {
      this(batchId, records, adjudicated, quality, Optional.empty());
    }

    /** The same under this set of processes. */
    public BatchFacts under(Optional<String> set) {
      return new BatchFacts(batchId, records, adjudicated, quality, set);
    }
  }

  public CardFacts {
    batches = List.copyOf(batches);
    accepted = List.copyOf(accepted);
  }

  /** Facts of a dataset of classes whose gates have let all batches pass. */
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
        batches,
        List.of());
  }
}
