package io.touchstone.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchstone.agreement.Coincidences;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.report.SpanLabelView;
import java.util.List;

/**
 * How far judgements that a caller sent agree.
 *
 * @param confusion which labels meet on the same item; empty where labels are not one out of a set
 * @param perCategory empty where labels are not of a set
 * @param perSpanCategory for spans, boxes and segments only
 */
public record AgreementAnswer(
    String metricVersion,
    long items,
    long judgements,
    int annotators,
    List<CoefficientView> coefficients,
    Coincidences confusion,
    List<LabelView> perCategory,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SpanLabelView> perSpanCategory) {

  static final Coincidences NO_CONFUSION = new Coincidences(List.of(), List.of());
}
