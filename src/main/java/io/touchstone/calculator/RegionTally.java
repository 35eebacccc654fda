package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.SpanLabelView;
import io.touchstone.agreement.span.MarkedJudgements;
import io.touchstone.agreement.span.Region;
import io.touchstone.agreement.span.RegionAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Boxes on images, or segments of time. */
final class RegionTally implements Tally {

  private final boolean boxes;
  private final LabelSet labels;
  private final MarkedJudgements judgements = new MarkedJudgements();

  private RegionTally(boolean boxes, List<String> categories) {
    this.boxes = boxes;
    labels = new LabelSet(categories);
  }

  /** Labels are lists of x, y, width, height and label. */
  static RegionTally boxes(List<String> categories) {
    return new RegionTally(true, categories);
  }

  /** Labels are lists of start, end and label; times may be fractions. */
  static RegionTally segments(List<String> categories) {
    return new RegionTally(false, categories);
  }

  @Override
  public void add(String item, String annotator, JsonNode label) {
    if (!label.isArray()) {
      throw new IllegalArgumentException(
          boxes
              ? "A label of this type is a list of boxes, each with x, y, width, height and label."
              : "A label of this type is a list of segments, each with start, end and label.");
    }
    List<Region> regions = new ArrayList<>();
    label.forEach(each -> regions.add(boxes ? box(each) : segment(each)));
    judgements.add(item, annotator, regions);
  }

  private Region box(JsonNode sent) {
    return new Region(
        number(sent, "x"),
        number(sent, "y"),
        number(sent, "width"),
        number(sent, "height"),
        name(sent));
  }

  private Region segment(JsonNode sent) {
    return Region.stretch(number(sent, "start"), number(sent, "end"), name(sent));
  }

  private static double number(JsonNode sent, String field) {
    if (!sent.path(field).isNumber()) {
      throw new IllegalArgumentException(
          "A marked part lacks the number " + field + ": send it as a number.");
    }
    return sent.get(field).doubleValue();
  }

  private String name(JsonNode sent) {
    if (!sent.path("label").isTextual()) {
      throw new IllegalArgumentException("A marked part lacks its label.");
    }
    return labels.known(sent.get("label").textValue());
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    RegionAgreement agreement =
        RegionAgreement.of(boxes ? "box" : "segment", judgements, bootstrap);
    Map<String, Object> counts =
        Map.of(
            "matched", agreement.matched(),
            "matchedWithOtherLabel", agreement.otherLabel(),
            "unmatched", agreement.unmatched());
    return new AgreementAnswer(
        RegionAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        agreement.coefficients().stream()
            .map(
                each -> CoefficientView.of(each, each.name().endsWith("F1_50") ? counts : Map.of()))
            .toList(),
        AgreementAnswer.NO_CONFUSION,
        List.of(),
        agreement.perLabel().stream().map(SpanLabelView::of).toList());
  }
}
