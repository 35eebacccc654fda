package io.touchstone.release.dvc;

/**
 * Strings as Python's {@code json.dumps} writes them with its defaults: ASCII only, lower-case
 * hexadecimal, DEL escaped, the slash not. DVC names a directory by the MD5 of such text, so every
 * byte counts.
 */
final class PythonJson {

  private static final String HEX = "0123456789abcdef";

  private PythonJson() {}

  /** Appends the quoted string. */
  static void string(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || c > 0x7e) {
            escape(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void escape(StringBuilder out, char unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(unit >> shift & 0xf));
    }
  }
}
