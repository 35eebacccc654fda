package io.touchstone.ingestion.strangers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the noise away again, to prove that the marked place holds the identifier and nothing else. */
final class Folding {

  private static final Pattern NUMERIC = Pattern.compile("&#(x?)([0-9a-fA-F]+);");
  private static final String OTHER =
      "\u0410\u0412\u0421\u0415\u041d\u039a\u041c\u0420\u0422\u0425\u039d\u0396";
  private static final String LATIN = "ABCEHKMPTXNZ";

  private Folding() {}

  static void requireSame(String identifier, Placed placed, String kind) {
    String text = placed.text();
    int from = text.offsetByCodePoints(0, placed.start());
    int to = text.offsetByCodePoints(0, placed.end());
    String slice = text.substring(from, to);
    String plain =
        kind.equals("email") ? slice.replaceAll("(?i)[(\\[](at|dot)[)\\]]| (at|dot) ", "") : slice;
    if (!fold(plain).equals(fold(identifier))) {
      throw new IllegalStateException(kind + ": [" + slice + "] is not [" + identifier + "]");
    }
    if (slice.isEmpty() || !slice.equals(slice.strip())) {
      throw new IllegalStateException(kind + ": blank at the edge of [" + slice + "]");
    }
  }

  static String fold(String s) {
    Matcher m = NUMERIC.matcher(s);
    String t =
        m.replaceAll(
            x ->
                Matcher.quoteReplacement(
                    String.valueOf(
                        (char) Integer.parseInt(x.group(2), x.group(1).isEmpty() ? 10 : 16))));
    t = t.replaceAll("&(nbsp|lt|deg|quot);", "");
    t = Normalizer.normalize(t, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder();
    t.codePoints()
        .forEach(
            c -> {
              int at = OTHER.indexOf(c);
              if (at >= 0) {
                out.append(LATIN.charAt(at));
              } else if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString().toUpperCase(Locale.ROOT);
  }
}
