package io.touchstone.inspection;

import io.touchstone.answer.spans.Span;
import java.util.List;

/**
 * A span without the text it covers: reading text leaves a trace, so it is asked for by itself.
 *
 * @param start first code point
 * @param end the code point after the last one
 * @param label label id
 */
record SpanPlace(int start, int end, String label) {

  static List<SpanPlace> of(List<Span> spans) {
    return spans.stream()
        .map(span -> new SpanPlace(span.start(), span.end(), span.label()))
        .toList();
  }
}
