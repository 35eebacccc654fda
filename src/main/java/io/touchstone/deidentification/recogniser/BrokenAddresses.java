package io.touchstone.deidentification.recogniser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Addresses of electronic mail in joined texts: with gaps beside the @ or a dot, or broken over
 * lines. Where an address is whole at a line's end, the next line is not taken for a part of it.
 */
final class BrokenAddresses {

  /** Domains at the top beside those of countries, the reserved ones of RFC 2606 among them. */
  private static final String GENERIC =
      "com org net edu gov mil int info biz name pro io app dev cloud online site shop store tech"
          + " xyz jobs mobi tel museum travel coop aero asia cat eu uk health care clinic hospital"
          + " doctor email berlin hamburg wien koeln bayern paris london nyc swiss gmbh bank law"
          + " media blog academy school agency group life world example test invalid localhost"
          + " local internal";

  private static final Set<String> TOP = new HashSet<>(Set.of(GENERIC.split(" ")));

  static {
    for (String country : Locale.getISOCountries()) {
      TOP.add(country.toLowerCase(Locale.ROOT));
    }
  }

  /** Short words with which a line before an address ends. */
  private static final Set<String> SHORT_WORDS =
      new HashSet<>(
          List.of(
              ("to at me us is by of or on in my no as an am zu es du im ob so um ab le la de en et"
                      + " du un il al da di e o a y i u os na do cc via und for and per bei von mit"
                      + " der die das ist par est sur una con por per the you can via est op te bij"
                      + " aan naar je it")
                  .split(" ")));

  /** Labels before a country's. */
  private static final Set<String> SECOND = Set.of("co", "com", "ac", "org", "gov", "net", "edu");

  private static final int LONGEST = 254;

  private final String text;
  private final Survey survey;

  private BrokenAddresses(Survey survey) {
    this.survey = survey;
    this.text = survey.text();
  }

  /** Those around each @. */
  static List<Match> find(Survey survey, Survey.Places ats) {
    BrokenAddresses addresses = new BrokenAddresses(survey);
    List<Match> matches = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < ats.count(); i++) {
      int at = ats.at()[i];
      int start = addresses.start(at, done);
      int end = addresses.end(at + 1);
      if (start < at && end > at + 1 && addresses.isAddress(start, end, at)) {
        matches.add(new Match(start, end, 0.8, "address with an @, over a gap"));
        done = end;
      }
    }
    return matches;
  }

  private boolean isAddress(int start, int end, int at) {
    boolean gap = Gap.is(text.charAt(at - 1)) || Gap.is(text.charAt(at + 1));
    for (int i = start; i < end && !gap; i++) {
      gap = survey.isLonger(i) || Gap.isBreak(text.charAt(i));
    }
    gap |= text.substring(at + 1, end).indexOf(' ') >= 0;
    String domain = Gap.unbroken(text.substring(at + 1, end)).replace(" ", "");
    return gap && domain.indexOf('.') > 0 && isTop(domain.substring(domain.lastIndexOf('.') + 1));
  }

  static boolean isTop(String label) {
    return TOP.contains(label.toLowerCase(Locale.ROOT));
  }

  /** Where the part before the @ begins. */
  private int start(int at, int bound) {
    int start = at;
    if (start > bound + 1 && isGap(start - 1) && isLocal(start - 2)) {
      start--;
    }
    while (start > bound && at - start < LONGEST) {
      if (isLocal(start - 1)) {
        start--;
      } else if (Gap.isBreak(text.charAt(start - 1)) && goesOnBefore(start - 1, bound)) {
        start--;
      } else {
        break;
      }
    }
    while (start < at && (!Character.isLetterOrDigit(text.charAt(start)))) {
      start++;
    }
    return start;
  }

  /** Whether what ends a line is a piece of an address rather than a word. */
  private boolean goesOnBefore(int end, int bound) {
    int start = end;
    while (start > bound && isLocal(start - 1)) {
      start--;
    }
    String piece = text.substring(start, end);
    if (piece.isEmpty() || piece.length() == end - bound && bound > 0) {
      return false;
    }
    if (text.charAt(end) == Gap.HYPHEN) {
      return true;
    }
    boolean letters = piece.chars().allMatch(Character::isLetter);
    return !letters || piece.length() < 3 && !SHORT_WORDS.contains(piece.toLowerCase(Locale.ROOT));
  }

  /** Where the domain ends. */
  private int end(int from) {
    int end = from;
    if (end < text.length() && isGap(end)) {
      end++;
    }
    int first = end;
    while (end < text.length() && end - from < LONGEST) {
      char c = text.charAt(end);
      boolean longer = survey.isLonger(end);
      if (Character.isLetterOrDigit(c) || c == '-' && !longer) {
        end++;
      } else if (c == '.' && isBlankBehind(end)) {
        if (!goesOnBehindBlank(first, end)) {
          break;
        }
        end += 2;
      } else if (c == '.' && (!longer || goesOnBehindDot(first, end))) {
        end++;
      } else if (Gap.isBreak(c) && goesOnBehind(first, end)) {
        end++;
      } else {
        break;
      }
    }
    while (end > first && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isBlankBehind(int dot) {
    return dot + 1 < text.length() && text.charAt(dot + 1) == ' ';
  }

  /** Whether a dot and a blank are within the domain rather than a sentence's end. */
  private boolean goesOnBehindBlank(int first, int dot) {
    String next = run(dot + 2, false);
    boolean small = !next.isEmpty() && next.equals(next.toLowerCase(Locale.ROOT));
    boolean second =
        text.substring(first, dot).indexOf(' ') > 0
            && SECOND.contains(lastLabel(first, dot))
            && next.length() == 2;
    return small && isTop(next) && (!isTop(lastLabel(first, dot)) || second);
  }

  /** Whether a dot with blanks or a line's end beside it is the domain's. */
  private boolean goesOnBehindDot(int first, int dot) {
    String next = run(dot + 1, false);
    boolean small = !next.isEmpty() && next.equals(next.toLowerCase(Locale.ROOT));
    return small && (isTop(next) || !isTop(lastLabel(first, dot)));
  }

  /** Whether the next line goes on with the domain. */
  private boolean goesOnBehind(int first, int gap) {
    String before = Gap.unbroken(text.substring(first, gap));
    String label = run(gap + 1, false);
    if (label.isEmpty()) {
      return false;
    }
    String joined = before.substring(before.lastIndexOf('.') + 1) + label;
    if (before.indexOf('.') < 0) {
      return run(gap + 1, true).indexOf('.') > 0;
    }
    boolean whole = isTop(lastLabel(first, gap));
    boolean more = run(gap + 1, true).length() > label.length();
    return isTop(joined) && (!whole || label.length() == 1) || !whole && more;
  }

  private String lastLabel(int first, int end) {
    String before = Gap.unbroken(text.substring(first, end));
    return before.substring(before.lastIndexOf('.') + 1).strip();
  }

  /** Letters and digits from there on, or a whole domain. */
  private String run(int start, boolean dots) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || dots
                && (text.charAt(end) == '.' && !survey.isLonger(end) || text.charAt(end) == '-'))) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private boolean isGap(int place) {
    char c = text.charAt(place);
    return c == ' ' || c == Gap.WIDE || Gap.isBreak(c);
  }

  private boolean isLocal(int place) {
    char c = text.charAt(place);
    return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
  }
}
