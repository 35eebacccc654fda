package io.touchstone.answer.spans;

import java.util.Comparator;

/**
 * A marked stretch of an item's text.
 *
 * @param start first code point, from 0
 * @param end the code point after the last one
 * @param label label id
 * @param text what the span covers, kept beside the numbers so that a shift can never pass unseen
 */
public record Span(int start, int end, String label, String text) {

  /** The one order in which spans are stored, so that equal sets are equal bytes. */
  public static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end).thenComparing(Span::label);
}
