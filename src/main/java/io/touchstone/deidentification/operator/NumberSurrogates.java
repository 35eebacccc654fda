package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.recogniser.check.Validator;
import io.touchstone.deidentification.recogniser.folding.Folding;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers with right check digits from ranges that are never given to anybody. Where they come
 * from:
 *
 * <ul>
 *   <li>CARD: begins with 0, which ISO/IEC 7812-1 leaves to other industries than payment cards
 *   <li>US_SSN: area 666, never assigned (SSA, POMS RM 10201.035)
 *   <li>UK_NHS: 999 000 0000 to 999 999 9999, for tests (NHS number, "Testable range")
 *   <li>UK_NINO: prefix QQ; Q is in no prefix (HMRC, National Insurance Manual NIM39110)
 *   <li>CA_SIN: begins with 0, not used for people (Employment and Social Development Canada)
 *   <li>IN_AADHAAR: begins with 1; issued ones begin with 2 to 9 (UIDAI)
 *   <li>IMEI: reporting body 00, for tests (3GPP TS 23.003, GSMA TS.06)
 *   <li>MAC_ADDRESS: 00-00-5E-00-53-00 to FF, for documentation (RFC 7042, section 2.1.2)
 *   <li>UK_POSTCODE: ZZ99, a pseudo postcode of no place (Office for National Statistics)
 * </ul>
 */
final class NumberSurrogates {

  private static final int TRIES = 5_000;

  /** How a kind's surrogate begins, and what its check digits must pass. */
  private record Range(String prefix, Optional<Validator> validator) {}

  private static final Map<String, Range> RANGES =
      Map.of(
          "CARD", new Range("0", Optional.of(Validator.LUHN)),
          "US_SSN", new Range("666", Optional.empty()),
          "UK_NHS", new Range("999", Optional.of(Validator.UK_NHS)),
          "CA_SIN", new Range("0", Optional.of(Validator.LUHN)),
          "IN_AADHAAR", new Range("1", Optional.of(Validator.VERHOEFF)),
          "IMEI", new Range("00", Optional.of(Validator.LUHN)));

  private NumberSurrogates() {}

  /** A surrogate, or nothing for a kind without such a range. */
  static Optional<String> of(String type, String raw, Draws draws) {
    return switch (type) {
      case "IBAN" -> Optional.of(iban(raw, draws));
      case "UK_NINO" ->
          Optional.of(
              Shape.filled(raw, "QQ" + draws.digits(6) + "ABCD".charAt(draws.below(4)), true));
      case "UK_POSTCODE" ->
          Optional.of("ZZ99 " + draws.below(10) + "ABDEFGHJLN".charAt(draws.below(10)) + "Z");
      case "MAC_ADDRESS" ->
          Optional.of(
              Shape.filled(raw, "00005E0053" + String.format("%02X", draws.below(256)), true));
      default -> Optional.ofNullable(RANGES.get(type)).flatMap(range -> ranged(range, raw, draws));
    };
  }

  private static Optional<String> ranged(Range range, String raw, Draws draws) {
    int length = Shape.digits(raw).length();
    for (int i = 0; i < TRIES && length > range.prefix().length(); i++) {
      String digits = range.prefix() + draws.digits(length - range.prefix().length());
      if (range.validator().isEmpty() || range.validator().get().accepts(digits)) {
        return Optional.of(Shape.filled(raw, digits, false));
      }
    }
    return Optional.empty();
  }

  /**
   * The same country and length; the bank is all zeros or X, which no register holds, the rest is
   * drawn, and the check digits fit (ISO 7064, MOD 97-10).
   */
  private static String iban(String raw, Draws draws) {
    String compact = Folding.of(raw).replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    StringBuilder account = new StringBuilder();
    for (int i = 4; i < compact.length(); i++) {
      boolean digit = Character.isDigit(compact.charAt(i));
      boolean bank = i < 8;
      account.append(
          bank
              ? digit ? '0' : 'X'
              : digit ? (char) ('0' + draws.below(10)) : (char) ('A' + draws.below(26)));
    }
    String country = compact.substring(0, 2);
    String check = String.format("%02d", 98 - rest(account + country + "00"));
    return Shape.filled(raw, country + check + account, true);
  }

  private static int rest(String written) {
    StringBuilder number = new StringBuilder();
    written.chars().forEach(c -> number.append(Character.digit(c, 36)));
    return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
  }
}
