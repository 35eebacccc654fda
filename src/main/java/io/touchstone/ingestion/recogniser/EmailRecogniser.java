package io.touchstone.ingestion.recogniser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of electronic mail: the dot-atom form of RFC 5322 with letters of every script (RFC
 * 6531), also written "name (at) example (dot) org". The look-behind lets a match begin only where
 * a run of address characters begins, which with possessive repeats keeps the time linear.
 */
public final class EmailRecogniser implements Recogniser {

  private static final String LOCAL = "[\\p{L}\\p{M}\\p{N}._%+\\-'&!#$*~]";
  private static final String LABEL = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}\\-]{0,62}+)";
  private static final Pattern PLAIN =
      Pattern.compile("(?<!" + LOCAL + ")" + LOCAL + "++@" + LABEL + "(?:\\." + LABEL + "){1,8}+");
  private static final String OPEN = " ?[\\[({<]";
  private static final String CLOSE = "[\\])}>] ?";
  private static final String DOT = "(?:\\.|" + OPEN + "(?i:dot|\\.)" + CLOSE + "| (?i:dot) )";

  /** Whether the costly patterns need to be tried at all. */
  private static final Pattern IN_BRACKETS = Pattern.compile("(?i)[\\[({<](?:at|@)[\\])}>]");

  private static final Pattern SPELT_DOT = Pattern.compile("(?i)[ \\[({<]dot[ \\])}>]");
  private static final String START = "(?<!" + LOCAL + ")";

  /** A local part whose dots may be spelt out. */
  private static final String SPELT_LOCAL =
      "(?:" + LOCAL + "++(?: (?i:dot) |" + OPEN + "(?i:dot)" + CLOSE + ")){0,3}+" + LOCAL + "++";

  private static final Pattern BRACKETS =
      Pattern.compile(
          START
              + SPELT_LOCAL
              + OPEN
              + "(?i:at|@)"
              + CLOSE
              + LABEL
              + "(?:"
              + DOT
              + LABEL
              + "){1,8}+");

  /** Without brackets the dot must be spelt out, too: "we met at example.org" is no address. */
  private static final Pattern WORDS =
      Pattern.compile(
          START
              + SPELT_LOCAL
              + " (?i:at) "
              + LABEL
              + "(?: (?i:dot) |"
              + OPEN
              + "(?i:dot)"
              + CLOSE
              + ")"
              + LABEL
              + "(?:"
              + DOT
              + LABEL
              + "){0,7}+");

  private static final Pattern SPACED =
      Pattern.compile(
          START + LOCAL + "++ ?@ " + LABEL + "(?:\\." + LABEL + "){0,7}+(?<=\\.[\\p{L}]{2,24})");

  @Override
  public EntityType type() {
    return EntityType.EMAIL;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public String configuration() {
    return "2 " + List.of(PLAIN, BRACKETS, WORDS, SPACED);
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      collect(PLAIN.matcher(text), text, 0.95, "address with @ and a domain", matches);
    }
    if (text.contains("@ ")) {
      collect(SPACED.matcher(text), text, 0.8, "address with blanks beside the @", matches);
    }
    if (IN_BRACKETS.matcher(text).find()) {
      collect(BRACKETS.matcher(text), text, 0.8, "address with (at) spelt out", matches);
    }
    if (SPELT_DOT.matcher(text).find()) {
      collect(WORDS.matcher(text), text, 0.7, "address with at and dot spelt out", matches);
    }
    return matches;
  }

  private static void collect(
      Matcher matcher, String text, double score, String why, List<Match> matches) {
    while (matcher.find()) {
      int start = matcher.start();
      while (isQuote(text.charAt(start)) && start < matcher.end() - 1) {
        start++;
      }
      matches.add(new Match(start, matcher.end(), score, why));
    }
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '*' || c == '.' || c == '-';
  }
}
