package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.pattern.CharacterSet;
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

  /** Local part and domain as written with only the sign between them spelt out. */
  static final Pattern AT_ALONE =
      Pattern.compile(
          START
              + "(?=[\\p{L}\\p{N}])"
              + LOCAL
              + "++ (?i:at) "
              + LABEL
              + "(?:\\."
              + LABEL
              + "){1,8}+");

  /** Whether it needs to be tried. */
  private static final Pattern AT_AND_DOT =
      Pattern.compile(" [Aa][Tt] [\\p{L}\\p{M}\\p{N}\\-]++\\.[\\p{L}\\p{M}\\p{N}]");

  /** What speaks for an address where "at" alone, or a blank, stands for part of the sign. */
  private static final Set<String> SUPPORTING =
      Set.of(
          ("mail mails mailto mailbox email emails emailadresse mailadresse rcpt recipient bounce"
                  + " sender inbox contact write reach address adresse schreiben schreib schreibt"
                  + " indirizzo scrivere scrivi scrivimi posta correo electr\u00f3nico escribir"
                  + " escriba escr\u00edbame courriel \u00e9crire \u00e9crivez mel endere\u00e7o"
                  + " escrever mailen schrijf adres post skriv skriva poczta napisz pisa\u0107 adresu")
              .split(" "));

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
    return Joining.VERSION
        + " 4 "
        + List.of(PLAIN, BRACKETS, WORDS, SPACED, AT_ALONE)
        + SUPPORTING.stream().sorted().toList();
  }

  @Override
  public void ask(SurveyPlan plan) {
    plan.characters(AT);
    plan.opposing(AT_WORD);
    plan.opposing(DOT_WORD);
    plan.opposing(SUPPORTING);
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
      boolean blankBehind = text.contains("@ ");
      if (blankBehind) {
        aroundAt(survey, SPACED, true, 0.8, "address with blanks beside the @", matches);
      }
      if (blankBehind || text.contains(" @")) {
        apart(survey, matches);
      }
    }
    boolean spelt = survey.mentions(AT_WORD, 0, text.length());
    if ((spelt || at.count() > 0) && IN_BRACKETS.matcher(text).find()) {
      collect(BRACKETS.matcher(text), text, 0.8, "address with (at) spelt out", matches);
    }
    if (spelt && survey.mentions(DOT_WORD, 0, text.length()) && SPELT_DOT.matcher(text).find()) {
      collect(WORDS.matcher(text), text, 0.7, "address with at and dot spelt out", matches);
    }
    if (spelt && survey.mentions(SUPPORTING, 0, text.length())) {
      atAlone(text, matches);
    }
    return matches;
  }

  /** "jane @example. org": with blanks beside the sign or a dot. */
  static void apart(Survey survey, List<Match> matches) {
    BrokenAddresses.find(survey, survey.of(AT)).stream()
        .filter(match -> isMeant(survey, match))
        .forEach(matches::add);
  }

  /** "jane.doe at example.org" behind a word for an address. */
  static void atAlone(String text, List<Match> matches) {
    if (!AT_AND_DOT.matcher(text).find()) {
      return;
    }
    Matcher matcher = AT_ALONE.matcher(text);
    while (matcher.find()) {
      String written = matcher.group();
      if (BrokenAddresses.isTop(written.substring(written.lastIndexOf('.') + 1))
          && Context.has(text, matcher.start(), SUPPORTING)
          && (hasSign(written.substring(0, written.indexOf(' ')))
              || Context.isBeside(text, matcher.start(), SUPPORTING, 0))) {
        add(matcher, text, 0.7, "address with at spelt out after a word for it", matches);
      }
    }
  }

  /** With one blank, which may also stand before the name of an account, more must speak for it. */
  private static boolean isMeant(Survey survey, Match match) {
    String written = survey.text().substring(match.start(), match.end());
    return hasSign(written.substring(0, written.indexOf('@')).strip())
        || Context.has(survey.text(), match.start(), SUPPORTING);
  }

  /** Whether a local part has something that ordinary words have not. */
  private static boolean hasSign(String local) {
    return local.chars().anyMatch(c -> c >= '0' && c <= '9' || "._+-".indexOf(c) >= 0);
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
