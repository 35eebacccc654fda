package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.agreement.span.MarkedJudgements;
import io.touchstone.agreement.span.Region;
import io.touchstone.agreement.span.SpanAgreement;
import io.touchstone.agreement.span.SpanCounts;
import io.touchstone.agreement.span.SpanCounts.Place;
import io.touchstone.agreement.span.SpanOverlap;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanReader;
import io.touchstone.answer.spans.SpanReading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Marked stretches of a text; the text is not needed and not looked at. */
final class SpanTally implements Tally {

  private final List<String> categories;
  private final LabelSet labels;
  private final Map<String, SortedMap<String, Set<Place>>> byItem = new TreeMap<>();
  private final Set<String> annotators = new HashSet<>();
  private final MarkedJudgements marked = new MarkedJudgements();

  /**
   * @param categories the declared label set; when empty, the labels that occur
   */
  SpanTally(List<String> categories) {
    this.categories = categories;
    labels = new LabelSet(categories);
  }

  @Override
  public void add(String item, String annotator, JsonNode label) {
    SpanReading reading = SpanReader.readOn("", label);
    if (reading instanceof SpanReading.Malformed malformed) {
      throw new IllegalArgumentException(
          "A judgement's spans are a list, each with start, end and label; "
              + malformed.fault().place()
              + " is not: "
              + malformed.fault().sentence());
    }
    Set<Place> places = new HashSet<>();
    for (Span span : ((SpanReading.Read) reading).spans()) {
      Place place = new Place(span.start(), span.end(), labels.known(span.label()));
      if (span.start() < 0 || span.end() <= span.start() || !places.add(place)) {
        throw new IllegalArgumentException(
            "A span ends after it starts, from 0 on, and stands in a judgement once.");
      }
    }
    marked.add(
        item,
        annotator,
        places.stream()
            .map(place -> Region.stretch(place.start(), place.end(), place.label()))
            .toList());
    annotators.add(annotator);
    if (byItem.computeIfAbsent(item, key -> new TreeMap<>()).put(annotator, Set.copyOf(places))
        != null) {
      throw new IllegalArgumentException(
          "An annotator judged the same item twice: send the judgement that holds.");
    }
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    SpanCounts.Builder builder = SpanCounts.builder(categories, annotators.size());
    byItem.values().forEach(builder::add);
    SpanCounts counts = builder.build();
    MeasuredAgreement measured = MeasuredAgreement.of(counts, SpanAgreement.of(counts, bootstrap));
    return new AgreementAnswer(
        measured.metricVersion(),
        counts.items(),
        counts.judgements(),
        counts.annotators(),
        Stream.concat(measured.coefficients().stream(), SpanOverlap.of(marked, bootstrap).stream())
            .map(CoefficientView::of)
            .toList(),
        AgreementAnswer.NO_CONFUSION,
        List.of(),
        measured.perSpanLabel());
  }
}
