package io.touchstone.answer.spans;

import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.ItemText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a project allows its spans to be.
 *
 * @param overlapping whether two spans may share text; without it they may only touch
 * @param goldF1 a gold item is answered rightly from this exact F1 on, above 0 to 1
 */
public record SpanRules(boolean overlapping, double goldF1) {

  /** More than people mark in a text of any length that they can still oversee. */
  static final int MOST_SPANS = 1_000;

  /** Where project.yaml says nothing: four of five spans found, and none of five invented. */
  public static final double DEFAULT_GOLD_F1 = 0.8;

  /**
   * The first fault of a set of spans, each alone first and then against the others; empty if it
   * can be taken.
   *
   * @param text the item's text, as the person sees it
   * @param spans in the order they were given, which places refer to
   * @param knowsLabel whether the label schema has a label of that id
   */
  public Optional<AnswerFault> fault(String text, List<Span> spans, Predicate<String> knowsLabel) {
    if (spans.size() > MOST_SPANS) {
      return Optional.of(
          new AnswerFault(
              "spans", "too-many", "An item carries at most " + MOST_SPANS + " spans."));
    }
    ItemText item = new ItemText(text);
    return IntStream.range(0, spans.size())
        .mapToObj(index -> alone(item, spans.get(index), index, knowsLabel))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> amongOthers(spans));
  }

  private static Optional<AnswerFault> alone(
      ItemText item, Span span, int index, Predicate<String> knowsLabel) {
    if (span.start() < 0 || span.start() > item.length()) {
      return outside(index, "start", item);
    }
    if (span.end() > item.length()) {
      return outside(index, "end", item);
    }
    if (span.end() <= span.start()) {
      return fault(index, "end", "empty", "A span ends after it starts; its end is exclusive.");
    }
    if (!item.slice(span.start(), span.end()).equals(span.text())) {
      return fault(
          index,
          "text",
          "other-text",
          "Between these places stands another text. Places count Unicode code points.");
    }
    if (!knowsLabel.test(span.label())) {
      return fault(
          index, "label", "unknown-label", "The label schema of this project has no such label.");
    }
    return Optional.empty();
  }

  private static Optional<AnswerFault> outside(int index, String place, ItemText item) {
    return fault(
        index,
        place,
        "outside-text",
        "This place is outside the text, which has " + item.length() + " code points.");
  }

  private Optional<AnswerFault> amongOthers(List<Span> spans) {
    List<Integer> ordered = new ArrayList<>(IntStream.range(0, spans.size()).boxed().toList());
    ordered.sort(Comparator.comparing(spans::get, Span.ORDER));
    for (int at = 1; at < ordered.size(); at++) {
      int index = ordered.get(at);
      int before = ordered.get(at - 1);
      if (spans.get(index).equals(spans.get(before))) {
        return fault(
            index,
            "",
            "duplicate",
            "The same span stands in the list already, as spans[" + before + "].");
      }
      // In order of their starts, and none so far overlapping, only the neighbour can reach over.
      if (!overlapping && spans.get(index).start() < spans.get(before).end()) {
        return fault(
            index,
            "",
            "overlapping",
            "It shares text with spans[" + before + "], which this project does not allow.");
      }
    }
    return Optional.empty();
  }

  private static Optional<AnswerFault> fault(
      int index, String member, String reason, String sentence) {
    return Optional.of(SpanReader.at(index, member, reason, sentence));
  }
}
