package io.touchstone.deidentification.recogniser.folding;

import java.text.Normalizer;

/** What a single character outside ASCII says to a recogniser. */
public final class Characters {

  private static final int TABLE = 0x10000;

  /** Worked out once: normalising character by character at run time is slow. */
  private static final String[] PLAIN = new String[TABLE];

  static {
    for (int c = 0x80; c < TABLE; c++) {
      PLAIN[c] = Character.isSurrogate((char) c) ? String.valueOf((char) c) : fold(c);
    }
  }

  private Characters() {}

  /** The character as recognisers know it; empty where nothing of it is seen. */
  static String plain(int codePoint) {
    return codePoint < TABLE ? PLAIN[codePoint] : fold(codePoint);
  }

  private static String fold(int codePoint) {
    String same = Character.toString(codePoint);
    if (isUnseen(codePoint)) {
      return "";
    }
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(codePoint, 10));
      case Character.SPACE_SEPARATOR -> " ";
      case Character.DASH_PUNCTUATION -> "-";
      // A note's number behind a telephone number, a half, a roman figure: no digits.
      case Character.OTHER_NUMBER, Character.LETTER_NUMBER -> same;
      default -> compatible(codePoint, same);
    };
  }

  private static String compatible(int codePoint, String same) {
    if (codePoint == 0x2212) {
      return "-";
    }
    if (codePoint == 0x2018 || codePoint == 0x2019 || codePoint == 0x02BC) {
      return "'";
    }
    if (codePoint == 0x2024 || codePoint == 0x3002 || codePoint == 0xFF61) {
      return ".";
    }
    return Normalizer.normalize(same, Normalizer.Form.NFKC);
  }

  /** Soft hyphens, zero-width characters, direction marks, variation selectors, fillers. */
  private static boolean isUnseen(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034F
        || c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0100 && c <= 0xE01EF
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c >= 0x180B && c <= 0x180D;
  }
}
