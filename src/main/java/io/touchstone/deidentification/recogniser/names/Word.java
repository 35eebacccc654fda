package io.touchstone.deidentification.recogniser.names;

/**
 * A run of letters, or of digits, in a text.
 *
 * @param start first character
 * @param end character after the last
 * @param folded lower case without diacritics; "0" for a number
 * @param known what the lexicon says of it
 * @param gap what stands before it: a blank, or the most telling sign between
 * @param opens whether a sentence begins with it
 */
record Word(int start, int end, String folded, Shape shape, int known, char gap, boolean opens) {

  /** How a word is written. */
  enum Shape {
    LOWER,
    CAPITALISED,
    CAPITALS,
    INITIAL,
    MIXED,
    UNCASED,
    NUMBER;

    boolean beginsWithCapital() {
      return this == CAPITALISED || this == CAPITALS || this == INITIAL;
    }
  }

  /** Whether only blanks, a hyphen or the stop of an initial part it from the one before. */
  boolean follows(Word before) {
    return gap == ' ' && !opens || gap == '.' && before.shape() == Shape.INITIAL || gap == '-';
  }

  /** Whether it can stand inside a name in small letters: "van", "de la", "bin". */
  boolean isParticle() {
    return switch (folded) {
      case "van",
          "von",
          "der",
          "den",
          "de",
          "del",
          "della",
          "di",
          "da",
          "do",
          "dos",
          "du",
          "la",
          "le",
          "al",
          "el",
          "bin",
          "ibn",
          "ben",
          "y",
          "ten",
          "ter",
          "zu",
          "af",
          "av" ->
          shape == Shape.LOWER;
      default -> false;
    };
  }
}
