package io.touchstone.answer.spans;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.ItemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads spans out of JSON and says where one has not the form of a span. */
public final class SpanReader {

  private static final List<String> PLACES = List.of("start", "end");
  private final Optional<ItemText> known;

  private SpanReader(Optional<ItemText> known) {
    this.known = known;
  }

  /** Reads spans that carry the text they cover. */
  public static SpanReading read(JsonNode sent) {
    return new SpanReader(Optional.empty()).list(sent);
  }

  /** Reads spans on a text; what a span covers is taken from it where the span does not say. */
  public static SpanReading readOn(String text, JsonNode sent) {
    return new SpanReader(Optional.of(new ItemText(text))).list(sent);
  }

  private SpanReading list(JsonNode sent) {
    if (!sent.isArray()) {
      return new SpanReading.Malformed(
          new AnswerFault("spans", "not-a-list", "Spans come as a list, which may be empty."));
    }
    List<Span> spans = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      Optional<AnswerFault> fault = fault(sent.get(index), index);
      if (fault.isPresent()) {
        return new SpanReading.Malformed(fault.get());
      }
      spans.add(span(sent.get(index)));
    }
    return new SpanReading.Read(spans);
  }

  private Optional<AnswerFault> fault(JsonNode span, int index) {
    for (String place : PLACES) {
      if (!span.path(place).isIntegralNumber() || !span.path(place).canConvertToInt()) {
        return Optional.of(
            at(index, place, "not-an-integer", "A place in the text is a whole number."));
      }
    }
    if (!span.path("label").isTextual()) {
      return Optional.of(at(index, "label", "label-missing", "A span names its label by its id."));
    }
    boolean textIsThere =
        span.path("text").isTextual() || known.isPresent() && !span.hasNonNull("text");
    return textIsThere
        ? Optional.empty()
        : Optional.of(at(index, "text", "text-missing", "A span carries the text it covers."));
  }

  private Span span(JsonNode sent) {
    int start = sent.get("start").intValue();
    int end = sent.get("end").intValue();
    String text =
        sent.hasNonNull("text")
            ? sent.get("text").textValue()
            : known.map(item -> item.slice(start, end)).orElse("");
    return new Span(start, end, sent.get("label").textValue(), text);
  }

  /** A fault of one member of one span. */
  static AnswerFault at(int index, String member, String reason, String sentence) {
    return new AnswerFault(
        "spans[" + index + "]" + (member.isEmpty() ? "" : "." + member), reason, sentence);
  }
}
