package io.touchstone.quality.measurement;

import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.MeasuredAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a guideline is clear: agreement overall and class by class among annotators whose gold
 * gives no reason to look at them first. A careless annotator must not set off a revision, and an
 * unclear guideline must not be laid at a person's door.
 */
final class GuidelineMeasure {

  private final MeasurementTables tables;
  private final MeasuredAgreement agreement;
  private final AgreementVerdict overall;
  private final List<GuidelineView.ClassView> classes = new ArrayList<>();
  private final List<GuidelineView.PairView> pairs;
  private final GuidelineVerdict verdict;
  private final GuidelineVerdict.History history;
  private final int setAside;

  /**
   * @param agreement without the judgements of the annotators set aside
   */
  GuidelineMeasure(
      MeasurementTables tables,
      MeasuredAgreement agreement,
      GuidelineVerdict.History history,
      int setAside) {
    this.tables = tables;
    this.history = history;
    this.setAside = setAside;
    this.agreement = agreement;
    this.overall =
        tables.agreement(
            new AgreementCase(AgreementCase.OVERALL, agreement.measuredItems(), agreement.main()));
    agreement.classes().forEach(label -> classes.add(judged(label)));
    this.pairs = agreement.pairs().stream().map(GuidelineView.PairView::of).toList();
    this.verdict = tables.guideline(history, unclearClasses() + (overall.unclear() ? 1 : 0));
  }

  private GuidelineView.ClassView judged(MeasuredAgreement.OfClass label) {
    AgreementVerdict verdict =
        tables.agreement(new AgreementCase(AgreementCase.CLASS, label.items(), label.agreement()));
    return new GuidelineView.ClassView(
        label.label(),
        label.items(),
        CoefficientView.of(label.agreement()),
        verdict.unclear(),
        verdict.rule(),
        verdict.because());
  }

  GuidelineVerdict verdict() {
    return verdict;
  }

  /** What the table agreement-gate says of all labels together. */
  AgreementVerdict overall() {
    return overall;
  }

  GuidelineVerdict.History history() {
    return history;
  }

  long unclearClasses() {
    return classes.stream().filter(GuidelineView.ClassView::unclear).count();
  }

  /** Measures per rule of the table agreement-gate. */
  SortedMap<String, Long> measuresPerRule() {
    SortedMap<String, Long> perRule = new TreeMap<>(Map.of(overall.rule(), 1L));
    classes.forEach(label -> perRule.merge(label.rule(), 1L, Long::sum));
    return perRule;
  }

  GuidelineView view() {
    return new GuidelineView(
        verdict.outcome().id(),
        verdict.rule(),
        verdict.because(),
        history.revisions(),
        setAside,
        CoefficientView.of(agreement.main()),
        overall.unclear(),
        List.copyOf(classes),
        pairs);
  }
}
