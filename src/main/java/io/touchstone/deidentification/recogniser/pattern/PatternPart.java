package io.touchstone.deidentification.recogniser.pattern;

import java.util.List;

/** A pattern in its parts, as far as a scan wants to know them. */
public sealed interface PatternPart {

  /** Nothing: an anchor, what is looked at behind or must not follow. */
  record Nothing() implements PatternPart {}

  /** One character. */
  record One(CharacterSet set) implements PatternPart {}

  /** One after the other. */
  record Sequence(List<PatternPart> parts) implements PatternPart {}

  /** One of them. */
  record Choice(List<PatternPart> parts) implements PatternPart {}

  /**
   * Again and again.
   *
   * @param most {@link Outline#UNBOUNDED} where there is no end
   */
  record Repeated(PatternPart part, int least, int most) implements PatternPart {}

  /** What must follow without being a part of the match. */
  record Ahead(PatternPart part) implements PatternPart {}

  /** What another part matched, again. */
  record Again(PatternPart part) implements PatternPart {}
}
