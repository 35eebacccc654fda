package io.touchstone.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Span;
import io.touchstone.project.SpanReader;
import io.touchstone.project.SpanReading;
import io.touchstone.quality.agreement.Bootstrap;
import io.touchstone.quality.agreement.Coincidences;
import io.touchstone.quality.agreement.SpanAgreement;
import io.touchstone.quality.agreement.SpanCounts;
import io.touchstone.quality.agreement.SpanCounts.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agreement on spans that a caller sends; their texts are not needed and not looked at. */
final class SpanCalculator {

  private final List<String> categories;
  private final Map<String, Map<String, Set<Place>>> byItem = new LinkedHashMap<>();
  private final Set<String> annotators = new HashSet<>();

  /**
   * @param categories the declared label set; when empty, the labels that occur
   */
  SpanCalculator(List<String> categories) {
    this.categories = categories;
  }

  /**
   * Adds one annotator's spans on one item.
   *
   * @param where of the judgement in the question, for refusals
   * @throws Refusal with 422 and the place
   */
  void add(String item, String annotator, JsonNode sent, String where) {
    if (!(SpanReader.readOn("", sent) instanceof SpanReading.Read read)) {
      throw AgreementCalculator.invalid(
          where, "A judgement's spans are a list, each with start, end and label.");
    }
    Set<Place> places = new HashSet<>();
    for (Span span : read.spans()) {
      Place place = new Place(span.start(), span.end(), span.label());
      if (span.start() < 0 || span.end() <= span.start() || !places.add(place)) {
        throw AgreementCalculator.invalid(
            where, "A span ends after it starts, from 0 on, and stands in a judgement once.");
      }
      if (!categories.isEmpty() && !categories.contains(span.label())) {
        throw AgreementCalculator.invalid(
            where, "A span names a label that is none of the declared categories.");
      }
    }
    annotators.add(annotator);
    if (byItem.computeIfAbsent(item, key -> new LinkedHashMap<>()).put(annotator, places) != null) {
      throw AgreementCalculator.invalid(
          where, "An annotator judged the same item twice: send the judgement that holds.");
    }
  }

  AgreementCalculator.Answer answer(Bootstrap bootstrap) {
    SpanCounts.Builder builder = SpanCounts.builder(categories, annotators.size());
    byItem.values().forEach(judgements -> builder.add(new ArrayList<>(judgements.values())));
    SpanCounts counts = builder.build();
    MeasuredAgreement measured = MeasuredAgreement.of(counts, SpanAgreement.of(counts, bootstrap));
    return new AgreementCalculator.Answer(
        measured.metricVersion(),
        counts.items(),
        counts.judgements(),
        counts.annotators(),
        measured.coefficients().stream().map(CoefficientView::of).toList(),
        new Coincidences(List.of(), List.of()),
        List.of(),
        measured.perSpanLabel());
  }
}
