package io.touchstone.quality.measurement;

import io.touchstone.agreement.PairAgreement;
import io.touchstone.agreement.report.CoefficientView;
import java.util.List;

/**
 * Whether the guideline is clear, and where it is not, in a report.
 *
 * @param verdict clear, revise, kept or hold
 * @param rule of the table guideline-revision
 * @param revisions of the guideline in this batch so far
 * @param setAside annotators whose judgements are left out here: their gold says that they need
 *     clarification before more work, so what they say tells nothing about the guideline
 * @param agreement overall, without those
 * @param classes in the order of the label set
 * @param pairs that meet on an item, most often first
 */
public record GuidelineView(
    String verdict,
    String rule,
    String because,
    int revisions,
    int setAside,
    CoefficientView agreement,
    boolean unclear,
    List<ClassView> classes,
    List<PairView> pairs) {

  /** Of reports from before the guideline was looked at. */
  public static final GuidelineView UNKNOWN =
      new GuidelineView("", "", "", 0, 0, null, false, List.of(), List.of());

  /**
   * One label against the rest.
   *
   * @param items with two or more judgements of which one or more name it
   * @param rule of the table agreement-gate
   */
  public record ClassView(
      String label,
      long items,
      CoefficientView alpha,
      boolean unclear,
      String rule,
      String because) {}

  /**
   * Two labels that were given to the same items.
   *
   * @param items on which both occur
   * @param alpha over the judgements that name one of the two
   */
  public record PairView(String first, String second, long items, CoefficientView alpha) {

    static PairView of(PairAgreement pair) {
      return new PairView(
          pair.first(), pair.second(), pair.items(), CoefficientView.of(pair.alpha()));
    }
  }

  /** Labels that agreement-gate finds unclear. */
  public List<String> unclearLabels() {
    return classes.stream().filter(ClassView::unclear).map(ClassView::label).toList();
  }
}
