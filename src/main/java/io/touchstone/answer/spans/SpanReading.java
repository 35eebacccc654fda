package io.touchstone.answer.spans;

import io.touchstone.answer.AnswerFault;
import java.util.List;

/** What came out of reading a list of spans that somebody sent. */
public sealed interface SpanReading {

  /** Spans in the order they were sent, of the right form; not checked against a text yet. */
  record Read(List<Span> spans) implements SpanReading {

    public Read {
      spans = List.copyOf(spans);
    }
  }

  /** The first thing that has not the form of a span. */
  record Malformed(AnswerFault fault) implements SpanReading {}
}
