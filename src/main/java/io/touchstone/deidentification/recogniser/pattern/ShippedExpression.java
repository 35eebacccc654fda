package io.touchstone.deidentification.recogniser.pattern;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that travels with the product. Java's engine is the faster one and may take very long
 * with a bad pattern; these are known and tried with hostile texts.
 */
public final class ShippedExpression implements Expression {

  private static final int TABLE = 128;

  private final String written;
  private final Pattern pattern;
  private final Prefilter prefilter;
  private final boolean[] first = new boolean[TABLE];

  public ShippedExpression(String written) {
    this.written = written;
    prefilter = Prefilter.of(written);
    pattern = Pattern.compile("(?:" + written + ")(?![\\p{L}\\p{N}_])", Pattern.CASE_INSENSITIVE);
    for (char c = 0; c < TABLE; c++) {
      Matcher matcher = pattern.matcher(String.valueOf(c));
      first[c] = matcher.lookingAt() || matcher.hitEnd();
    }
  }

  @Override
  public String pattern() {
    return written;
  }

  @Override
  public Prefilter prefilter() {
    return prefilter;
  }

  @Override
  public Optional<Expression> like(String pattern) {
    return Optional.of(new ShippedExpression(pattern));
  }

  @Override
  public boolean mayBegin(char c) {
    return c >= TABLE || first[c];
  }

  @Override
  public Scan on(String text) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
    return new Scan() {
      @Override
      public int end(int start) {
        return end(start, text.length());
      }

      @Override
      public int end(int start, int limit) {
        matcher.region(start, limit);
        return matcher.lookingAt() ? matcher.end() : NONE;
      }
    };
  }
}
