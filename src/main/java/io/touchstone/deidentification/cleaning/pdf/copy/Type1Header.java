package io.touchstone.deidentification.cleaning.pdf.copy;

import java.nio.charset.StandardCharsets;

/** The part of a Type 1 font that is PostScript in clear: names, notices and comments go. */
final class Type1Header {

  private Type1Header() {}

  /** Overwrites texts in place; nothing moves. */
  static void blank(byte[] font, int end) {
    for (int at = 0; at < end; at++) {
      if (font[at] == '(') {
        at = string(font, at, end);
      } else if (font[at] == '%') {
        at = comment(font, at, end);
      } else if (isName(font, at, end, "/FontName")) {
        at = name(font, at + 9, end);
      }
    }
  }

  private static int string(byte[] font, int open, int end) {
    int depth = 1;
    int at = open + 1;
    for (; at < end; at++) {
      depth += font[at] == '(' ? 1 : font[at] == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      font[at] = font[at] == '(' || font[at] == ')' ? font[at] : (byte) ' ';
    }
    return at;
  }

  /** The first one says that this is a font. */
  private static int comment(byte[] font, int start, int end) {
    int kept = start == 0 ? "%!PS-AdobeFont-1.0".length() : 1;
    int at = start;
    for (; at < end && font[at] != '\n' && font[at] != '\r'; at++) {
      if (at - start >= kept) {
        font[at] = ' ';
      }
    }
    return at;
  }

  private static boolean isName(byte[] font, int at, int end, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    return at + bytes.length < end
        && java.util.Arrays.equals(font, at, at + bytes.length, bytes, 0, bytes.length);
  }

  private static int name(byte[] font, int from, int end) {
    int at = from;
    while (at < end && font[at] != '/') {
      at++;
    }
    for (at++; at < end && font[at] > ' '; at++) {
      font[at] = 'F';
    }
    return at;
  }
}
