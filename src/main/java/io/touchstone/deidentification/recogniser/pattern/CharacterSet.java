package io.touchstone.deidentification.recogniser.pattern;

/**
 * Some of the characters of ASCII, and perhaps all others.
 *
 * @param low bit c for the character c below 64
 * @param high bit c - 64 for the character c from 64 to 127
 * @param others whether it holds every character from 128
 */
public record CharacterSet(long low, long high, boolean others) {

  static final CharacterSet NONE = new CharacterSet(0, 0, false);
  static final CharacterSet ALL = new CharacterSet(-1, -1, true);
  public static final CharacterSet DIGITS = range('0', '9');

  /** How often each lower-case letter stands in 1,000 letters of English, from a to z. */
  private static final int[] PER_THOUSAND = {
    82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20,
    1
  };

  public static CharacterSet of(char c) {
    return range(c, c);
  }

  /** From one character to another, both included. */
  static CharacterSet range(int from, int to) {
    CharacterSet set = new CharacterSet(0, 0, to >= 128);
    for (int c = from; c <= Math.min(to, 127); c++) {
      set =
          c < 64
              ? new CharacterSet(set.low | 1L << c, set.high, set.others)
              : new CharacterSet(set.low, set.high | 1L << c, set.others);
    }
    return set;
  }

  public boolean has(char c) {
    return c < 64 ? (low >>> c & 1) != 0 : c < 128 ? (high >>> c & 1) != 0 : others;
  }

  CharacterSet or(CharacterSet other) {
    return new CharacterSet(low | other.low, high | other.high, others || other.others);
  }

  /** At least what is not in it: of the characters from 128 some are always left. */
  CharacterSet inverted() {
    return new CharacterSet(~low, ~high, true);
  }

  /** With both forms of each letter; two others fold to k and s. */
  CharacterSet ignoringCase() {
    long letters = 0x07FFFFFEL;
    long small = high >>> 32 & letters;
    long capital = high & letters;
    boolean folds = has('k') || has('K') || has('s') || has('S');
    return new CharacterSet(low, high | small | capital << 32, others || folds);
  }

  boolean isWithin(CharacterSet other) {
    return (low & ~other.low) == 0 && (high & ~other.high) == 0 && (!others || other.others);
  }

  /** Roughly how many of 1,000 characters of prose are in it. */
  int frequency() {
    int frequency = others ? 5 : 0;
    for (char c = 0; c < 128; c++) {
      frequency += has(c) ? frequency(c) : 0;
    }
    return frequency;
  }

  private static int frequency(char c) {
    if (c >= 'a' && c <= 'z') {
      return PER_THOUSAND[c - 'a'];
    }
    return c == ' ' ? 180 : c == '.' || c == ',' ? 10 : c >= 'A' && c <= 'Z' ? 2 : 1;
  }
}
