package io.touchstone.deidentification.recogniser.pattern;

import java.util.Optional;

/**
 * What tells cheaply where a pattern need not be tried.
 *
 * @param automaton where the pattern is small enough for one
 */
public record Prefilter(Outline outline, Optional<Automaton> automaton) {

  /** Of a pattern in which the case of ASCII letters does not count unless it says so. */
  static Prefilter of(String pattern) {
    return PatternReader.read(pattern, true)
        .map(part -> new Prefilter(Outline.of(part), Automaton.of(part)))
        .orElseGet(() -> new Prefilter(Outline.UNKNOWN, Optional.empty()));
  }

  /** With a bound of the length, in characters, that is kept elsewhere. */
  Prefilter atMost(int longest) {
    return new Prefilter(outline.atMost(longest), automaton);
  }

  /** Whether a whole word may match from there on. */
  public boolean mayMatch(char[] text, int start) {
    return automaton.isEmpty() || automaton.get().mayMatch(text, start);
  }
}
