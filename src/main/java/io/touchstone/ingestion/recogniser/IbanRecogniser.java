package io.touchstone.ingestion.recogniser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * International bank account numbers (ISO 13616): country, two check digits, the country's length,
 * rest 1 modulo 97 (ISO 7064). Groups may be divided by a space, a hyphen or a dot.
 */
public final class IbanRecogniser implements Recogniser {

  private static final Pattern HEAD =
      Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[ -]?[0-9]{2}");

  /** Lengths by country, from SWIFT's IBAN registry. */
  private static final String REGISTRY =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";

  private static final Map<String, Integer> LENGTHS = new HashMap<>();

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
    return "1 " + HEAD + " " + REGISTRY;
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    Matcher head = HEAD.matcher(text);
    while (head.find()) {
      String country = text.substring(head.start(), head.start() + 2).toUpperCase(Locale.ROOT);
      Optional.ofNullable(LENGTHS.get(country))
          .flatMap(length -> match(text, head.start(), length))
          .ifPresent(matches::add);
    }
    return matches;
  }

  private static Optional<Match> match(String text, int start, int length) {
    StringBuilder compact = new StringBuilder(length);
    int end = start;
    boolean divided = false;
    while (end < text.length() && compact.length() < length) {
      char c = text.charAt(end);
      if (isLetterOrDigit(c)) {
        compact.append(c);
        divided = false;
      } else if (divided || !(c == ' ' || c == '-' || c == '.')) {
        return Optional.empty();
      } else {
        divided = true;
      }
      end++;
    }
    return compact.length() == length && hasCheckDigits(compact.toString())
        ? Optional.of(new Match(start, end, 1.0, "country length and check digits fit (mod 97)"))
        : Optional.empty();
  }

  /** Country and check digits moved to the end, letters as 10 to 35: the rest by 97 must be 1. */
  private static boolean hasCheckDigits(String iban) {
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
