package io.touchstone.quality.measurement;

import java.util.Locale;
import java.util.Map;

/**
 * What follows for the guideline, as the table guideline-revision answers.
 *
 * @param rule stable code of the row
 */
public record GuidelineVerdict(Outcome outcome, String rule, String because) {

  /** From nothing to do, to a revision, to a data manager's decision. */
  enum Outcome {
    /** Nothing says that the guideline is unclear. */
    CLEAR,
    /** Its owner revises it before anybody adjudicates. */
    REVISE,
    /** Unclear, but its owner has said that it stays as it is. */
    KEPT,
    /** Still unclear after as many revisions as the table allows. */
    HOLD;

    /** As tables, variables and reports write it. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What has happened to the guideline in this batch.
   *
   * @param revisions so far
   * @param kept its owner has said in this labelling round that it stays as it is
   */
  public record History(int revisions, boolean kept) {

    public static final History NONE = new History(0, false);

    Map<String, Object> inputs(long unclearMeasures) {
      return Map.of(
          "unclearMeasures", unclearMeasures,
          "guidelineRevisions", revisions,
          "guidelineKept", kept);
    }
  }
}
