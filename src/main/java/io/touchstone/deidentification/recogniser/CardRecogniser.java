package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.pattern.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  private static final Set<String> SUPPORTING =
      Set.of(
          ("card cards cardnumber credit debit visa mastercard maestro amex discover diners jcb"
                  + " unionpay pan karte kreditkarte kartennummer kreditkartennummer karten carte"
                  + " cartes bancaire tarjeta carta cartao cart\u00e3o kaart creditcard kaartnummer"
                  + " kort kortnummer kreditkort karta karty kortti kk cc ccn creditcards kartennr"
                  + " kreditkartennr mc bankkarte girocard bankkort bankkaart betaalpas")
              .split(" "));

  private static final Set<String> OPPOSING =
      Set.of(
          ("ean gtin upc isbn barcode tracking parcel shipment imei serial order invoice sku"
                  + " article bestellung rechnung sendung paket iccid reference")
              .split(" "));

  /** How issuers group their numbers. */
  private static final Set<List<Integer>> GROUPINGS =
      Set.of(
          List.of(4, 4, 4, 4),
          List.of(4, 6, 5),
          List.of(4, 6, 4),
          List.of(4, 4, 5),
          List.of(4, 4, 4, 4, 3),
          List.of(4, 4, 4, 4, 2),
          List.of(4, 4, 4, 3),
          List.of(4, 4, 4, 2),
          List.of(4, 4, 4, 1),
          List.of(8, 8),
          List.of(4, 12),
          List.of(6, 13));

  @Override
  public void ask(SurveyPlan plan) {
    plan.words(SUPPORTING);
    plan.opposing(OPPOSING);
  }

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
    return Joining.VERSION
        + " 4 luhn "
        + ISSUERS
        + SUPPORTING.stream().sorted().toList()
        + OPPOSING.stream().sorted().toList();
  }

  @Override
  public List<Match> find(Survey survey) {
    if (survey.isJoined()) {
      return findJoined(survey);
    }
    List<Match> matches = new ArrayList<>();
    int done = 0;
    for (int i = 0; i + SHORTEST <= survey.digits(); i++) {
      int start = survey.digit(i);
      boolean within = survey.digit(i + SHORTEST - 1) - start <= 2 * (SHORTEST - 1);
      if (start >= done && within && survey.beginsDigits(i)) {
        int end = longestCard(survey.text(), start);
        if (end > start && !isOther(survey, start)) {
          matches.add(new Match(start, end, 1.0, "issuer prefix and Luhn check digit fit"));
          done = end;
        }
      }
    }
    return matches;
  }

  /** Across gaps beside a word for cards, and grouped as issuers do anywhere but in tables. */
  private static List<Match> findJoined(Survey survey) {
    List<Match> matches = new ArrayList<>();
    int done = 0;
    for (int i = 0; i + SHORTEST <= survey.digits(); i++) {
      int start = survey.digit(i);
      boolean within = survey.digit(i + SHORTEST - 1) - start <= 2 * (SHORTEST - 1);
      if (start >= done && within && survey.beginsDigits(i) && !survey.amidNumber(start)) {
        int end = joinedCard(survey, start);
        if (end > start) {
          matches.add(new Match(start, end, 1.0, "issuer prefix and Luhn check digit fit"));
          done = end;
        }
      }
    }
    return matches;
  }

  private static int joinedCard(Survey survey, int start) {
    String text = survey.text();
    StringBuilder digits = new StringBuilder(LONGEST);
    int found = start;
    for (int i = start; i < text.length() && digits.length() < LONGEST; i++) {
      if (isDigit(text, i)) {
        digits.append(text.charAt(i));
        if (digits.length() >= SHORTEST
            && !(i + 1 < text.length() && Expression.isOfWord(text.charAt(i + 1)))
            && isCard(digits.toString())
            && isOne(survey, start, i + 1)) {
          found = i + 1;
        }
      } else if (!Gap.is(text.charAt(i)) || text.charAt(i) == ':' || !isDigit(text, i - 1)) {
        break;
      }
    }
    return found;
  }

  private static boolean isOne(Survey survey, int start, int end) {
    String text = survey.text();
    if (survey.mentions(SUPPORTING, start, end)
        && Context.nearest(text, start, end, SUPPORTING).isPresent()) {
      return true;
    }
    if (isOther(survey, start)) {
      return false;
    }
    boolean grouped =
        GROUPINGS.contains(groups(text.substring(start, end)))
            || GROUPINGS.contains(groups(Gap.unbroken(text.substring(start, end))))
            || Gap.unbroken(text.substring(start, end)).chars().allMatch(Character::isDigit);
    return grouped
        && text.substring(start, end).indexOf(Gap.WIDE) < 0
        && !Gap.isGrid(text, start, end);
  }

  /** Whether a word says that it is a number of something else. */
  private static boolean isOther(Survey survey, int start) {
    return survey.mentions(OPPOSING, start, start) && isOther(survey.text(), start);
  }

  /** As the text alone says. */
  static boolean isOther(String text, int start) {
    return Context.hasAbove(text, start, OPPOSING) && !Context.has(text, start, SUPPORTING);
  }

  private static List<Integer> groups(String written) {
    List<Integer> groups = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= written.length(); i++) {
      if (i == written.length() || Gap.is(written.charAt(i))) {
        groups.add(i - begin);
        begin = i + 1;
      }
    }
    return groups;
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
