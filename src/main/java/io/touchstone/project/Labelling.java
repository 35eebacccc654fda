package io.touchstone.project;

import io.touchstone.answer.spans.Span;
import java.util.List;

/** What a person, a verdict or a gold answer says of an item. */
public sealed interface Labelling {

  /** One class out of the label schema. */
  record ClassLabel(String id) implements Labelling {}

  /**
   * Marked stretches of the text; none of them means that there is nothing to mark.
   *
   * @param spans in their one order, whatever order they come in
   */
  record SpanSet(List<Span> spans) implements Labelling {

    public SpanSet {
      spans = spans.stream().sorted(Span.ORDER).toList();
    }
  }
}
