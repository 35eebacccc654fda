package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.recogniser.folding.Folding;
import java.util.List;

/**
 * Ways to reach nobody. Telephone numbers: 555-0100 to 555-0199 (North American Numbering Plan),
 * 020 7946 0000 to 0999 (Ofcom, numbers for drama), 030 23125 000 to 999 (Bundesnetzagentur, media
 * numbers), 01 99 00 00 00 to 99 99 (ARCEP, audiovisual works). Addresses: example.com, example.net
 * and example.org (RFC 2606), 192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24 (RFC 5737),
 * 2001:db8::/32 (RFC 3849).
 */
final class ContactSurrogates {

  private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");
  private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  private ContactSurrogates() {}

  static String email(Draws draws) {
    List<String> name = NameSurrogates.plain(draws);
    return name.get(0) + "." + name.get(1) + draws.below(100) + "@" + draws.of(DOMAINS);
  }

  static String internetAddress(String raw, Draws draws) {
    if (raw.indexOf(':') < 0) {
      return draws.of(NETWORKS) + (1 + draws.below(254));
    }
    return "2001:db8::"
        + Integer.toHexString(draws.below(65_536))
        + ":"
        + Integer.toHexString(1 + draws.below(65_535));
  }

  static String phone(String raw, Draws draws) {
    String written = Folding.of(raw);
    String digits = Shape.digits(raw);
    boolean international = written.startsWith("+") || written.startsWith("(+");
    if (international || digits.startsWith("00")) {
      String code = international ? digits : digits.substring(2);
      String lead = written.startsWith("(") ? "(+" : international ? "+" : "00";
      return international(lead, code, raw, draws);
    }
    if (digits.startsWith("0")) {
      return national(digits, raw, draws);
    }
    return digits.length() >= 10
        ? placed(raw, digits, digits.substring(0, digits.length() - 7) + northAmerican(draws))
        : placed(raw, digits, northAmerican(draws));
  }

  private static String northAmerican(Draws draws) {
    return "55501" + draws.digits(2);
  }

  private static String international(String lead, String code, String raw, Draws draws) {
    String number =
        code.startsWith("44")
            ? "44 20 7946 0" + draws.digits(3)
            : code.startsWith("49")
                ? "49 30 23125 " + draws.digits(3)
                : code.startsWith("33")
                    ? "33 1 99 00 " + draws.digits(2) + " " + draws.digits(2)
                    : "1 202 555 01" + draws.digits(2);
    String digits = number.replace(" ", "");
    boolean same = digits.length() == Shape.digits(raw).length() - (lead.equals("00") ? 2 : 0);
    String all = lead.equals("00") ? "00" + digits : digits;
    return same ? Shape.filled(raw, all, false) : lead.replace("(", "") + number;
  }

  private static String national(String digits, String raw, Draws draws) {
    if (digits.startsWith("01") && digits.length() == 10) {
      return placed(raw, digits, "019900" + draws.digits(4));
    }
    if (digits.startsWith("030")) {
      return placed(raw, digits, "03023125" + draws.digits(3));
    }
    if (digits.startsWith("07") && digits.length() == 11) {
      return placed(raw, digits, "07700900" + draws.digits(3));
    }
    return placed(raw, digits, "0207946" + "0" + draws.digits(3));
  }

  /** Divided as the original where it has as many digits. */
  private static String placed(String raw, String digits, String surrogate) {
    return surrogate.length() == digits.length() ? Shape.filled(raw, surrogate, false) : surrogate;
  }
}
