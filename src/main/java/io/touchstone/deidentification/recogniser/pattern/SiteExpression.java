package io.touchstone.deidentification.recogniser.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern that an installation brings. It runs on RE2/J, whose time grows with the text alone,
 * and only over {@value #LONGEST} characters from each place, so that no pattern can hang.
 */
public final class SiteExpression implements Expression {

  /** Longest match, in characters. */
  static final int LONGEST = 200;

  private final String written;
  private final Pattern pattern;
  private final Prefilter prefilter;

  private SiteExpression(String written) {
    this.written = written;
    prefilter = Prefilter.of(written).atMost(LONGEST);
    pattern =
        Pattern.compile("(" + written + ")(?:[^\\p{L}\\p{N}_]|\\z)", Pattern.CASE_INSENSITIVE);
  }

  /**
   * @throws IllegalArgumentException with the reason, for a pattern that RE2/J does not take
   */
  public static SiteExpression of(String written) {
    try {
      SiteExpression expression = new SiteExpression(written);
      if (Pattern.compile(written).matcher("").matches()) {
        throw new IllegalArgumentException("it matches the empty text");
      }
      return expression;
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          e.getDescription()
              + Optional.ofNullable(e.getPattern()).map(p -> " at \"" + p + "\"").orElse(""),
          e);
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
    try {
      return Optional.of(of(pattern));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean mayBegin(char first) {
    return true;
  }

  @Override
  public Scan on(String text) {
    return new Scan() {
      @Override
      public int end(int start) {
        return end(start, text.length());
      }

      @Override
      public int end(int start, int bound) {
        int limit = Math.min(bound, start + LONGEST + 1);
        Matcher matcher = pattern.matcher(text.substring(start, limit));
        if (!matcher.lookingAt() || matcher.end(1) > LONGEST) {
          return NONE;
        }
        return start + matcher.end(1);
      }
    };
  }
}
