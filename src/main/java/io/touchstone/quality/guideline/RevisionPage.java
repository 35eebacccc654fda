package io.touchstone.quality.guideline;

import io.touchstone.agreement.report.CoefficientView;
import java.util.List;
import java.util.Optional;

/**
 * What a guideline owner sees: where people disagree, what they disagreed on, and the text to mend.
 * Nobody's name is in it.
 *
 * @param because why the batch waits for the owner
 * @param batchVersion the guideline that the batch was labelled under
 * @param guideline the newest version, the one to be edited
 * @param agreement overall
 * @param setAside annotators whose judgements are left out of the numbers, since their gold says
 *     that they need clarification first
 * @param remarks what annotators found unclear in the guideline, the newest first, without names
 * @param labelSets items per set of labels that they were given, for counting what a tick touches
 */
record RevisionPage(
    String taskId,
    String batchId,
    String project,
    int round,
    String because,
    int batchVersion,
    Guideline guideline,
    Optional<GuidelineDraftRepository.Draft> draft,
    CoefficientView agreement,
    int setAside,
    List<LabelClass> classes,
    List<Pair> pairs,
    List<GuidelineRemarkRepository.Remark> remarks,
    List<LabelSet> labelSets) {

  /** A version to begin with. */
  record Guideline(int version, String markdown, String html) {}

  /**
   * A class of the label schema.
   *
   * @param items that were given it and have two or more judgements
   * @param suggested whether its items should be labelled again unless the owner thinks otherwise
   */
  record LabelClass(
      String id,
      String name,
      long items,
      CoefficientView alpha,
      boolean unclear,
      boolean suggested) {}

  /** Two classes that were given to the same items. */
  record Pair(
      String first, String second, long items, CoefficientView alpha, List<Example> examples) {}

  /** A de-identified text with the labels it was given, in random order. */
  record Example(String text, List<String> labels) {}

  /** How many items were given exactly these labels. */
  record LabelSet(List<String> labels, long items) {}
}
