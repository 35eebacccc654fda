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
  private static final Pattern SPELT =
      Pattern.compile(
          "(?<!"
              + LOCAL
              + ")"
              + LOCAL
              + "++ ?[\\[({](?:at|AT|At)[\\])}] ?"
              + LABEL
              + "(?:(?:\\.| ?[\\[({](?:dot|DOT|Dot)[\\])}] ?)"
              + LABEL
              + "){1,8}+");

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
    return "1 " + PLAIN + " " + SPELT;
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      collect(PLAIN.matcher(text), text, 0.95, "address with @ and a domain", matches);
    }
    if (text.contains("at)") || text.contains("at]") || text.contains("AT")) {
      collect(SPELT.matcher(text), text, 0.8, "address with (at) spelt out", matches);
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
