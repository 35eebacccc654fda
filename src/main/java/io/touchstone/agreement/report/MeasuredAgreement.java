package io.touchstone.agreement.report;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coincidences;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.NominalAgreement;
import io.touchstone.agreement.PairAgreement;
import io.touchstone.agreement.scale.AlphaOfSquares;
import io.touchstone.agreement.scale.ScaleAgreement;
import io.touchstone.agreement.set.SetAgreement;
import io.touchstone.agreement.span.SpanAgreement;
import io.touchstone.agreement.span.SpanCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Agreement on a batch, whatever the kind of its labelling.
 *
 * @param measuredItems items with two or more judgements
 * @param main the coefficient that the gate decides on, as {@link #by} has chosen it
 * @param coefficients all of them
 * @param classes the main coefficient label by label
 * @param pairs labels that meet on an item; none for spans
 */
public record MeasuredAgreement(
    String metricVersion,
    List<String> labels,
    long judgements,
    long measuredItems,
    Coefficient percent,
    Coefficient main,
    Coefficient alpha,
    List<Coefficient> coefficients,
    Coincidences coincidences,
    List<LabelView> perLabel,
    List<SpanLabelView> perSpanLabel,
    List<OfClass> classes,
    List<PairAgreement> pairs) {

  /**
   * One label.
   *
   * @param items with two or more judgements of which one or more name or mark it
   */
  public record OfClass(String label, long items, Coefficient agreement) {}

  private static final String ALPHA = "alphaNominal";

  /**
   * The same numbers with another coefficient for the gates; one that is not made for this kind of
   * labelling is undefined.
   */
  public MeasuredAgreement by(String metric) {
    Coefficient chosen =
        coefficients.stream()
            .filter(coefficient -> coefficient.name().equals(metric))
            .findFirst()
            .orElseGet(
                () ->
                    new Coefficient.Undefined(
                        metric, Coefficient.Reason.NOT_APPLICABLE, main.items(), main.pairs()));
    return new MeasuredAgreement(
        metricVersion,
        labels,
        judgements,
        measuredItems,
        percent,
        chosen,
        alpha,
        coefficients,
        coincidences,
        perLabel,
        perSpanLabel,
        classes,
        pairs);
  }

  /**
   * The same numbers without what is said of single labels that are none of the project's. All
   * coefficients and the coincidences stay, so that they can be followed.
   */
  public MeasuredAgreement withoutLabels(Predicate<String> none) {
    return new MeasuredAgreement(
        metricVersion,
        labels.stream().filter(none.negate()).toList(),
        judgements,
        measuredItems,
        percent,
        main,
        alpha,
        coefficients,
        coincidences,
        perLabel.stream().filter(each -> !none.test(each.label())).toList(),
        perSpanLabel.stream().filter(each -> !none.test(each.label())).toList(),
        classes.stream().filter(each -> !none.test(each.label())).toList(),
        pairs.stream()
            .filter(each -> !none.test(each.first()) && !none.test(each.second()))
            .toList());
  }

  public static MeasuredAgreement of(LabelCounts counts, Bootstrap bootstrap) {
    NominalAgreement agreement = NominalAgreement.of(counts, bootstrap);
    Coefficient alpha = agreement.coefficient(ALPHA);
    return new MeasuredAgreement(
        NominalAgreement.METRIC_VERSION,
        counts.labels(),
        counts.judgements(),
        counts.pairableItems(),
        agreement.coefficient("percentAgreement"),
        alpha,
        alpha,
        agreement.coefficients(),
        agreement.coincidences(),
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of(),
        agreement.perLabel().stream()
            .map(label -> new OfClass(label.label(), label.items(), label.alpha()))
            .toList(),
        NominalAgreement.confusedPairs(counts, bootstrap));
  }

  /**
   * Where labels are points of a scale.
   *
   * @param counts of labels that are declared in ascending order
   */
  public static MeasuredAgreement ofScale(LabelCounts counts, Bootstrap bootstrap) {
    MeasuredAgreement nominal = of(counts, bootstrap);
    Coefficient ordinal = AlphaOfSquares.ordinal(counts, bootstrap);
    List<Coefficient> all = new ArrayList<>(nominal.coefficients());
    all.add(1, ordinal);
    return new MeasuredAgreement(
        ScaleAgreement.METRIC_VERSION,
        nominal.labels(),
        nominal.judgements(),
        nominal.measuredItems(),
        nominal.percent(),
        ordinal,
        nominal.alpha(),
        List.copyOf(all),
        nominal.coincidences(),
        nominal.perLabel(),
        List.of(),
        nominal.classes(),
        nominal.pairs());
  }

  /**
   * Where a judgement is a set of labels.
   *
   * @param counts judgements by the names of their sets
   * @param labels the label set in its order
   */
  public static MeasuredAgreement of(
      LabelCounts counts, List<String> labels, SetAgreement agreement) {
    return new MeasuredAgreement(
        SetAgreement.METRIC_VERSION,
        List.copyOf(labels),
        counts.judgements(),
        counts.pairableItems(),
        agreement.coefficient("percentAgreement"),
        agreement.coefficient("alphaMasi"),
        new Coefficient.Undefined(
            ALPHA,
            Coefficient.Reason.NOT_APPLICABLE,
            counts.pairableItems(),
            agreement.coefficient("alphaMasi").pairs()),
        agreement.coefficients(),
        new Coincidences(List.of(), List.of()),
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of(),
        agreement.perLabel().stream()
            .map(label -> new OfClass(label.label(), label.items(), label.alpha()))
            .toList(),
        List.of());
  }

  public static MeasuredAgreement of(SpanCounts counts, SpanAgreement agreement) {
    return new MeasuredAgreement(
        SpanAgreement.METRIC_VERSION,
        counts.labels(),
        counts.judgements(),
        counts.pairableItems(),
        agreement.percentAgreement(),
        agreement.f1(),
        new Coefficient.Undefined(
            ALPHA, Coefficient.Reason.NOT_APPLICABLE, counts.pairableItems(), counts.pairs()),
        agreement.coefficients(),
        new Coincidences(List.of(), List.of()),
        List.of(),
        agreement.perLabel().stream().map(SpanLabelView::of).toList(),
        agreement.perLabel().stream()
            .map(label -> new OfClass(label.label(), label.items(), label.f1()))
            .toList(),
        List.of());
  }
}
