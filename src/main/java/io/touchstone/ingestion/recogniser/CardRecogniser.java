package io.touchstone.ingestion.recogniser;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of payment cards: an issuer's prefix with a length it uses (ISO/IEC 7812) and the Luhn
 * check digit. Digits may be divided by single spaces, hyphens or dots.
 */
public final class CardRecogniser implements Recogniser {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int GROUP = 4;

  /** Prefix range, taken at the length of its first figure, and the lengths of its numbers. */
  private record Issuer(String name, int from, int to, int shortest, int longest) {

    boolean issued(String digits) {
      int prefix = Integer.parseInt(digits.substring(0, String.valueOf(from).length()));
      return prefix >= from
          && prefix <= to
          && digits.length() >= shortest
          && digits.length() <= longest;
    }
  }

  private static final List<Issuer> ISSUERS =
      List.of(
          new Issuer("Visa", 4, 4, 13, 13),
          new Issuer("Visa", 4, 4, 16, 16),
          new Issuer("Visa", 4, 4, 19, 19),
          new Issuer("Mastercard", 51, 55, 16, 16),
          new Issuer("Mastercard", 2221, 2720, 16, 16),
          new Issuer("American Express", 34, 34, 15, 15),
          new Issuer("American Express", 37, 37, 15, 15),
          new Issuer("Diners Club", 300, 305, 14, 19),
          new Issuer("Diners Club", 3095, 3095, 14, 19),
          new Issuer("Diners Club", 36, 36, 14, 19),
          new Issuer("Diners Club", 38, 39, 14, 19),
          new Issuer("JCB", 3528, 3589, 16, 19),
          new Issuer("Discover", 6011, 6011, 16, 19),
          new Issuer("Discover", 644, 659, 16, 19),
          new Issuer("UnionPay", 62, 62, 16, 19),
          new Issuer("RuPay", 6069, 6529, 16, 16),
          new Issuer("Mir", 2200, 2204, 16, 19),
          new Issuer("Maestro", 50, 50, 13, 19),
          new Issuer("Maestro", 56, 69, 13, 19));

  @Override
  public EntityType type() {
    return EntityType.CARD;
  }

  @Override
  public String name() {
    return "card";
  }

  @Override
  public String configuration() {
    return "2 luhn " + ISSUERS;
  }

  @Override
  public List<Match> find(String text) {
    return find(Survey.of(text, SurveyPlan.of(List.of(this))));
  }

  @Override
  public List<Match> find(Survey survey) {
    List<Match> matches = new ArrayList<>();
    int done = 0;
    for (int i = 0; i + SHORTEST <= survey.digits(); i++) {
      int start = survey.digit(i);
      boolean within = survey.digit(i + SHORTEST - 1) - start <= 2 * (SHORTEST - 1);
      if (start >= done && within && survey.beginsDigits(i)) {
        int end = longestCard(survey.text(), start);
        if (end > start) {
          matches.add(new Match(start, end, 1.0, "issuer prefix and Luhn check digit fit"));
          done = end;
        }
      }
    }
    return matches;
  }

  /** End of the longest card number that begins there, or the start itself if there is none. */
  static int longestCard(String text, int start) {
    StringBuilder digits = new StringBuilder(LONGEST);
    int found = start;
    if (start > 1 && isDigit(text, start - 2) && "-./:+".indexOf(text.charAt(start - 1)) >= 0) {
      return found;
    }
    for (int i = start; i < text.length() && digits.length() < LONGEST; i++) {
      if (!isDigit(text, i)) {
        // Divided numbers of every issuer begin with a group of four.
        if (isDivider(text.charAt(i)) && isDigit(text, i - 1) && digits.length() >= GROUP) {
          if (i - start > GROUP && !isDivider(text.charAt(start + GROUP))) {
            break;
          }
          continue;
        }
        break;
      }
      digits.append(text.charAt(i));
      if (digits.length() >= SHORTEST && !isDigit(text, i + 1) && isCard(digits.toString())) {
        found = i + 1;
      }
    }
    return found;
  }

  private static boolean isCard(String digits) {
    return passesLuhn(digits) && ISSUERS.stream().anyMatch(issuer -> issuer.issued(digits));
  }

  /** Every second digit from the right doubled, digits of the results summed: 0 modulo 10. */
  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean isDivider(char c) {
    return c == ' ' || c == '-' || c == '.';
  }

  private static boolean isDigit(String text, int index) {
    return index >= 0
        && index < text.length()
        && text.charAt(index) >= '0'
        && text.charAt(index) <= '9';
  }
}
