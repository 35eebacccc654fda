package io.touchstone.ingestion.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of a missed string that holds digits: runs of digits and letters by their lengths,
 * signs as they are. Letters stand in a pattern only where several strings share them, so that one
 * string leaves nothing of itself behind.
 */
record MissedShape(List<Run> runs) {

  private static final int LONGEST_PREFIX = 4;

  /** What a run consists of. */
  private enum Kind {
    DIGITS("[0-9]", "0"),
    CAPITALS("[A-Z]", "X"),
    LETTERS("\\p{L}", "x"),
    BLANK(" ", " "),
    SIGN("", "");

    private final String pattern;
    private final String example;

    Kind(String pattern, String example) {
      this.pattern = pattern;
      this.example = example;
    }

    static Kind of(int codePoint) {
      if (codePoint >= '0' && codePoint <= '9') {
        return DIGITS;
      }
      if (codePoint >= 'A' && codePoint <= 'Z') {
        return CAPITALS;
      }
      if (Character.isLetterOrDigit(codePoint)) {
        return LETTERS;
      }
      return Character.isWhitespace(codePoint) ? BLANK : SIGN;
    }
  }

  /** A run: what stands there, or of what kind and how long it is. */
  record Run(Kind kind, String text, int least, int most) {

    private String pattern() {
      if (kind == Kind.SIGN || !text.isEmpty()) {
        return text.replaceAll("([\\\\.^$|?*+()\\[\\]{}])", "\\\\$1");
      }
      String times = least == most ? "{" + least + "}" : "{" + least + "," + most + "}";
      return kind.pattern + (most == 1 ? "" : times);
    }

    private String example() {
      return text.isEmpty() ? kind.example.repeat(least) : text;
    }

    /** What two runs of the same kind have in common. */
    private Run with(Run other) {
      boolean shared = text.equals(other.text);
      return new Run(
          kind, shared ? text : "", Math.min(least, other.least), Math.max(most, other.most));
    }
  }

  /** The shape of one string, which is taken apart in code points. */
  static MissedShape of(String string) {
    List<Run> runs = new ArrayList<>();
    int[] codePoints = string.codePoints().toArray();
    int start = 0;
    for (int i = 1; i <= codePoints.length; i++) {
      Kind kind = Kind.of(codePoints[start]);
      boolean ends = i == codePoints.length || kind == Kind.SIGN || Kind.of(codePoints[i]) != kind;
      if (ends) {
        int length = i - start;
        String text = new String(codePoints, start, length);
        boolean kept = kind == Kind.SIGN || kind == Kind.CAPITALS && length <= LONGEST_PREFIX;
        runs.add(new Run(kind, kept ? text : "", length, length));
        start = i;
      }
    }
    return new MissedShape(runs);
  }

  /** What strings must have in common to be of one pattern. */
  String outline() {
    return runs.stream()
        .map(run -> run.kind() == Kind.SIGN ? run.text() : run.kind().name())
        .collect(Collectors.joining("|"));
  }

  /** The shape of both, for two of the same outline. */
  MissedShape with(MissedShape other) {
    return new MissedShape(
        IntStream.range(0, runs.size())
            .mapToObj(i -> runs.get(i).with(other.runs.get(i)))
            .toList());
  }

  /** Without the letters of a single string. */
  MissedShape withoutLetters() {
    return new MissedShape(
        runs.stream()
            .map(
                run ->
                    run.kind() == Kind.SIGN
                        ? run
                        : new Run(run.kind(), "", run.least(), run.most()))
            .toList());
  }

  /** In RE2 syntax, as a recogniser's file has it. */
  String pattern() {
    return runs.stream().map(Run::pattern).collect(Collectors.joining());
  }

  /** An invented string that the pattern finds. */
  String example() {
    return runs.stream().map(Run::example).collect(Collectors.joining());
  }
}
