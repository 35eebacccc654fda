package io.touchstone.ingestion.recogniser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  static final Pattern PLAIN =
      Pattern.compile("(?<!" + LOCAL + ")" + LOCAL + "++@" + LABEL + "(?:\\." + LABEL + "){1,8}+");
  private static final String OPEN = " ?[\\[({<] ?";
  private static final String CLOSE = " ?[\\])}>] ?";
  private static final String DOT = "(?:\\.|" + OPEN + "(?i:dot|\\.)" + CLOSE + "| (?i:dot) )";

  private static final CharacterSet AT = CharacterSet.of('@');
  private static final Set<String> AT_WORD = Set.of("at");
  private static final Set<String> DOT_WORD = Set.of("dot");

  /** Whether the costly patterns need to be tried at all. */
  private static final Pattern IN_BRACKETS = Pattern.compile("(?i)[\\[({<] ?(?:at|@) ?[\\])}>]");

  private static final Pattern SPELT_DOT = Pattern.compile("(?i)[ \\[({<]dot[ \\])}>]");
  private static final String START = "(?<!" + LOCAL + ")";

  /** A local part whose dots may be spelt out. */
  private static final String SPELT_LOCAL =
      "(?:" + LOCAL + "++(?: (?i:dot) |" + OPEN + "(?i:dot)" + CLOSE + ")){0,3}+" + LOCAL + "++";

  static final Pattern BRACKETS =
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
  static final Pattern WORDS =
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

  static final Pattern SPACED =
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
    return Joining.VERSION + " 3 " + List.of(PLAIN, BRACKETS, WORDS, SPACED);
  }

  @Override
  public void ask(SurveyPlan plan) {
    plan.characters(AT);
    plan.opposing(AT_WORD);
    plan.opposing(DOT_WORD);
  }

  @Override
  public List<Match> find(String text) {
    return find(Survey.of(text, SurveyPlan.of(List.of(this))));
  }

  @Override
  public List<Match> find(Survey survey) {
    List<Match> matches = new ArrayList<>();
    Survey.Places at = survey.of(AT);
    String text = survey.text();
    if (survey.isJoined()) {
      matches.addAll(BrokenAddresses.find(survey, at));
      text = blanked(text);
    } else if (at.count() > 0) {
      aroundAt(survey, PLAIN, false, 0.95, "address with @ and a domain", matches);
      if (text.contains("@ ")) {
        aroundAt(survey, SPACED, true, 0.8, "address with blanks beside the @", matches);
      }
    }
    boolean spelt = survey.mentions(AT_WORD, 0, text.length());
    if ((spelt || at.count() > 0) && IN_BRACKETS.matcher(text).find()) {
      collect(BRACKETS.matcher(text), text, 0.8, "address with (at) spelt out", matches);
    }
    if (spelt && survey.mentions(DOT_WORD, 0, text.length()) && SPELT_DOT.matcher(text).find()) {
      collect(WORDS.matcher(text), text, 0.7, "address with at and dot spelt out", matches);
    }
    return matches;
  }

  /** A joined text with a blank for each gap of blanks or lines. */
  static String blanked(String joined) {
    return joined.replace(Gap.BREAK, ' ').replace(Gap.WIDE, ' ');
  }

  /** Tries a pattern only where the run of address characters before each @ begins. */
  private static void aroundAt(
      Survey survey,
      Pattern pattern,
      boolean spaced,
      double score,
      String why,
      List<Match> matches) {
    String text = survey.text();
    Survey.Places at = survey.of(AT);
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
    int done = 0;
    for (int i = 0; i < at.count(); i++) {
      int end = at.at()[i];
      boolean blank = spaced && end > 0 && text.charAt(end - 1) == ' ';
      int start = localStart(text, blank ? end - 1 : end, done);
      if (start < 0 || spaced && !text.startsWith("@ ", end)) {
        continue;
      }
      matcher.region(start, text.length());
      if (matcher.lookingAt()) {
        add(matcher, text, score, why, matches);
        done = matcher.end();
      }
    }
  }

  /** Where the run of address characters before a place begins; -1 if that is before the bound. */
  private static int localStart(String text, int end, int bound) {
    int start = end;
    while (start > 0) {
      int before = text.codePointBefore(start);
      if (!isLocal(before)) {
        break;
      }
      start -= Character.charCount(before);
      if (start < bound) {
        return -1;
      }
    }
    return start < end ? start : -1;
  }

  /** As {@link #LOCAL} has it. */
  private static boolean isLocal(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || "._%+-'&!#$*~".indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static void collect(
      Matcher matcher, String text, double score, String why, List<Match> matches) {
    while (matcher.find()) {
      add(matcher, text, score, why, matches);
    }
  }

  static void add(Matcher matcher, String text, double score, String why, List<Match> matches) {
    int start = matcher.start();
    while (isQuote(text.charAt(start)) && start < matcher.end() - 1) {
      start++;
    }
    matches.add(new Match(start, matcher.end(), score, why));
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '*' || c == '.' || c == '-';
  }
}
