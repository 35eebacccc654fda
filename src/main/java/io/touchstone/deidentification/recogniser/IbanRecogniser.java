package io.touchstone.deidentification.recogniser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * International bank account numbers (ISO 13616): country, two check digits, the country's length,
 * rest 1 modulo 97 (ISO 7064). Groups may be divided by a space, a hyphen or a dot.
 */
public final class IbanRecogniser implements Recogniser {

  /** Lengths by country, from SWIFT's IBAN registry. */
  private static final String REGISTRY =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";

  private static final Pattern GROUPS = Pattern.compile("[^A-Za-z0-9]");

  static final Map<String, Integer> LENGTHS = new HashMap<>();

  static {
    for (String entry : REGISTRY.split(" ")) {
      LENGTHS.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
  }

  @Override
  public EntityType type() {
    return EntityType.IBAN;
  }

  @Override
  public String name() {
    return "iban";
  }

  @Override
  public String configuration() {
    return Joining.VERSION + " 3 " + REGISTRY;
  }

  @Override
  public List<Match> find(Survey survey) {
    List<Match> matches = new ArrayList<>();
    String text = survey.text();
    if (survey.isJoined()) {
      findJoined(survey, matches);
      return matches;
    }
    for (int i = 0; i + 1 < survey.digits(); i++) {
      int digit = survey.digit(i);
      int start = survey.digit(i + 1) == digit + 1 ? head(text, digit) : -1;
      if (start >= 0) {
        String country = text.substring(start, start + 2).toUpperCase(Locale.ROOT);
        Optional.ofNullable(LENGTHS.get(country))
            .flatMap(length -> match(text, start, length))
            .ifPresent(matches::add);
      }
    }
    return matches;
  }

  /** With any gap between any two characters. */
  private static void findJoined(Survey survey, List<Match> matches) {
    String text = survey.text();
    for (int i = 0; i < survey.digits(); i++) {
      int second = before(text, survey.digit(i));
      int start = second < 0 || !isLetter(text.charAt(second)) ? -1 : before(text, second);
      if (start >= 0
          && isLetter(text.charAt(start))
          && !(start > 0 && isOfWord(text.codePointBefore(start)))) {
        String country =
            (text.charAt(start) + text.substring(second, second + 1)).toUpperCase(Locale.ROOT);
        Optional.ofNullable(LENGTHS.get(country))
            .flatMap(length -> match(text, start, length))
            .filter(
                match -> match.end() == text.length() || !isLetterOrDigit(text.charAt(match.end())))
            .ifPresent(matches::add);
      }
    }
  }

  /** The place before another one, a gap left out; -1 at the text's beginning. */
  private static int before(String text, int place) {
    return place > 1 && Gap.is(text.charAt(place - 1)) ? place - 2 : place - 1;
  }

  /** Where two letters begin that stand before a digit, at most one divider between; or -1. */
  private static int head(String text, int digit) {
    boolean divided = digit > 0 && " -.".indexOf(text.charAt(digit - 1)) >= 0;
    int start = digit - (divided ? 3 : 2);
    if (start < 0 || !isLetter(text.charAt(start)) || !isLetter(text.charAt(start + 1))) {
      return -1;
    }
    return start > 0 && isOfWord(text.codePointBefore(start)) ? -1 : start;
  }

  /** Letters and numbers of every kind. */
  private static boolean isOfWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.LETTER_NUMBER
        || Character.getType(codePoint) == Character.OTHER_NUMBER;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  static Optional<Match> match(String text, int start, int length) {
    StringBuilder compact = new StringBuilder(length);
    int end = start;
    boolean divided = false;
    while (end < text.length() && compact.length() < length) {
      char c = text.charAt(end);
      if (isLetterOrDigit(c)) {
        compact.append(c);
        divided = false;
      } else if (divided || !(c == ' ' || c == '-' || c == '.' || Gap.isJoint(c))) {
        return Optional.empty();
      } else {
        divided = true;
      }
      end++;
    }
    return compact.length() == length
            && hasCheckDigits(compact.toString())
            && !isOfSentence(text.substring(start, end))
        ? Optional.of(new Match(start, end, 1.0, "country length and check digits fit (mod 97)"))
        : Optional.empty();
  }

  /** Whether one of the groups is a word of a sentence, as "and" is. */
  private static boolean isOfSentence(String written) {
    return GROUPS
        .splitAsStream(written)
        .anyMatch(group -> group.length() > 2 && FunctionWords.has(group));
  }

  /** Country and check digits moved to the end, letters as 10 to 35: the rest by 97 must be 1. */
  private static boolean hasCheckDigits(String iban) {
    if (!Character.isDigit(iban.charAt(2)) || !Character.isDigit(iban.charAt(3))) {
      return false;
    }
    String rotated = iban.substring(4) + iban.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < rotated.length(); i++) {
      int value = Character.digit(rotated.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
