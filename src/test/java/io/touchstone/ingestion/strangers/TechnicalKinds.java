package io.touchstone.ingestion.strangers;

import static io.touchstone.ingestion.strangers.Draw.between;
import static io.touchstone.ingestion.strangers.Draw.digits;
import static io.touchstone.ingestion.strangers.Draw.from;
import static io.touchstone.ingestion.strangers.Draw.of;
import static io.touchstone.ingestion.strangers.Draw.padded;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Identifiers of devices, accounts, places and ways of contact. */
final class TechnicalKinds {

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALNUM = UPPER + "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String HEX = "0123456789abcdef";

  private TechnicalKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.number("imei", (r, l) -> imei(r)),
        Kind.letters("vin", (r, l) -> vin(r)),
        Kind.letters("iban", (r, l) -> iban(r)),
        Kind.letters("bic", (r, l) -> bic(r))
            .fixedGroups()
            .separatedBy(" ", "  ", "-", "\u2011", "\u00a0", " - "),
        Kind.number("credit-card", (r, l) -> card(r)),
        Kind.number("phone", TechnicalKinds::phone).fixedGroups(),
        Kind.number("email", (r, l) -> email(r)).fixedGroups(),
        Kind.number("ip-address", (r, l) -> ip(r)).fixedGroups(),
        Kind.letters("mac-address", (r, l) -> mac(r))
            .separatedBy(" ", "-", ":", ".", " : ", "\u2011", "\u2013", "_", "  ", "\u00a0"),
        Kind.number("crypto-address", (r, l) -> crypto(r)).without(Noise.SEPARATORS),
        Kind.number("geo-coordinates", (r, l) -> geo(r))
            .fixedGroups()
            .separatedBy("; ", " / ", "\t", "   ", " | ", ",  ", " , ", "\u00a0\u00a0", ",\u2009"),
        Kind.letters("date-of-birth", (r, l) -> birth(r, l))
            .fixedGroups()
            .separatedBy(
                " . ",
                " / ",
                " - ",
                "  ",
                "\u2013",
                "\u2011",
                "/ ",
                "_",
                "\u2009",
                "\u00a0",
                " \u2013 "),
        Kind.number("medical-record", (r, l) -> record(r)),
        Kind.number("account-number", (r, l) -> account(r)),
        Kind.letters("vehicle-plate", (r, l) -> plate(r, l)).fixedGroups(),
        Kind.letters("passport-mrz", (r, l) -> mrz(r))
            .fixedGroups()
            .separatedBy(" ", "  ", "\u00a0"),
        Kind.letters("postal-code", (r, l) -> postal(r, l))
            .fixedGroups()
            .separatedBy(" ", "  ", "\u00a0", "\u2009", " - ", "\u2011", "\u2013"),
        Kind.number("credentials", (r, l) -> credentials(r, l))
            .fixedGroups()
            .without(Noise.SEPARATORS, Noise.TYPING));
  }

  private static Identifier imei(Random r) {
    String body = of(r, "35", "86", "35", "01") + digits(r, 12);
    return Identifier.cut(body + CheckDigits.luhn(body), of(r, "", "", "-", " "), 2, 6, 6, 1);
  }

  private static Identifier vin(Random r) {
    String alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    String s;
    if (r.nextBoolean()) {
      s =
          of(r, "1HG", "1FT", "4T1", "5YJ", "1G1", "2HG")
              + from(r, alphabet, 5)
              + "0"
              + from(r, "ABCDEFGHJKLMNPR", 1)
              + from(r, "ABCEFGHLMNPRS", 1)
              + digits(r, 6);
      s = s.substring(0, 8) + CheckDigits.vin(s) + s.substring(9);
    } else {
      s =
          of(r, "WVWZZZ", "WAUZZZ", "WF0XXX", "VF1ZZZ", "TMBZZZ")
              + from(r, alphabet, 2)
              + "Z"
              + from(r, "ABCDEFGHJKLMNPR", 1)
              + from(r, "ABCEFGHLMNPRS", 1)
              + digits(r, 6);
    }
    return Identifier.cut(s, of(r, "", "", "", " "), 3, 6, 8);
  }

  private static Identifier iban(Random r) {
    String s =
        switch (r.nextInt(6)) {
          case 0, 1 -> CheckDigits.iban("DE", padded(r, 1, 8, 1) + digits(r, 17));
          case 2 -> CheckDigits.iban("AT", padded(r, 1, 6, 1) + digits(r, 15));
          case 3 -> CheckDigits.iban("CH", padded(r, 1, 9, 1) + digits(r, 16));
          case 4 -> CheckDigits.iban("GB", of(r, "NWBK", "BARC", "LOYD", "HBUK") + digits(r, 14));
          default -> {
            long n = 1_000_000_000L + (long) (r.nextDouble() * 8_000_000_000L);
            long key = n % 97 == 0 ? 97 : n % 97;
            yield CheckDigits.iban("BE", n + String.format("%02d", key));
          }
        };
    return Identifier.every(s, of(r, " ", " ", ""), 4);
  }

  private static Identifier bic(Random r) {
    String bank =
        of(
            r, "DEUT", "COBA", "BNPA", "SOGE", "BARC", "MIDL", "RABO", "INGB", "UBSW", "BSCH",
            "UNCR", "GIBA", "NDEA", "KRED");
    String country = of(r, "DE", "FR", "GB", "NL", "CH", "ES", "IT", "AT", "SE", "BE");
    String place = of(r, "FF", "PP", "2L", "2A", "ZH", "MM", "WW", "22");
    return r.nextBoolean()
        ? Identifier.cut(bank + country + place, "", 4, 2, 2)
        : Identifier.cut(
            bank + country + place + of(r, "XXX", digits(r, 3), from(r, UPPER, 3)), "", 4, 2, 2, 3);
  }

  private static Identifier card(Random r) {
    if (r.nextInt(4) == 0) {
      String body = of(r, "34", "37") + digits(r, 12);
      return Identifier.cut(body + CheckDigits.luhn(body), of(r, " ", "-", ""), 4, 6, 5);
    }
    String body =
        of(r, "4" + digits(r, 1), padded(r, 51, 55, 2), "4" + digits(r, 1)) + digits(r, 13);
    return Identifier.every(body + CheckDigits.luhn(body), of(r, " ", " ", "-", ""), 4);
  }

  private static Identifier phone(Random r, String language) {
    String written =
        switch (language) {
          case "us" -> {
            String area = of(r, "212", "312", "415", "617", "713", "206", "305");
            String line = padded(r, 220, 989, 3) + "-" + digits(r, 4);
            yield of(
                r,
                "(" + area + ") " + line,
                area + "-" + line,
                "+1 " + area + "-" + line,
                "1-" + area + "-" + line,
                area + "." + line.replace('-', '.'));
          }
          case "uk" ->
              of(
                  r,
                  "07" + padded(r, 400, 999, 3) + " " + digits(r, 6),
                  "+44 7" + padded(r, 400, 999, 3) + " " + digits(r, 6),
                  "020 7" + digits(r, 3) + " " + digits(r, 4),
                  "0161 " + padded(r, 200, 899, 3) + " " + digits(r, 4));
          case "de" ->
              of(
                  r,
                  "+49 89 " + padded(r, 20, 98, 2) + digits(r, 5),
                  "030/" + padded(r, 20, 98, 2) + digits(r, 5),
                  "0171 " + padded(r, 20, 98, 2) + digits(r, 5),
                  "+49 (0) 221 " + padded(r, 20, 98, 2) + digits(r, 4),
                  "0049 40 " + padded(r, 20, 98, 2) + digits(r, 4) + "-" + padded(r, 10, 99, 2));
          case "fr" ->
              of(r, "06", "01", "07", "+33 6")
                  + " "
                  + digits(r, 2)
                  + " "
                  + digits(r, 2)
                  + " "
                  + digits(r, 2)
                  + " "
                  + digits(r, 2);
          case "es" ->
              of(r, "", "+34 ") + padded(r, 600, 699, 3) + " " + digits(r, 3) + " " + digits(r, 3);
          default ->
              of(
                  r,
                  "06-" + padded(r, 10, 59, 2) + digits(r, 6),
                  "+31 6 " + padded(r, 10, 59, 2) + digits(r, 6),
                  "020 " + padded(r, 200, 799, 3) + " " + digits(r, 4));
        };
    return Identifier.parse(written, " -./");
  }

  private static Identifier email(Random r) {
    String local =
        of(
                r,
                "jane",
                "k.moreau",
                "peter.schulz",
                "amelie_r",
                "t-okada",
                "lucia.fernandez",
                "bworth")
            + of(r, "", digits(r, 2), "+news", "." + from(r, "abcdefgh", 1));
    String host =
        of(r, "gmail", "web", "outlook", "proton", "klinikum-nord", "harborlegal", "post.uni-halle")
            + "."
            + of(r, "com", "de", "org", "fr", "co.uk", "net");
    return Identifier.parse(local + "@" + host, "@.");
  }

  private static Identifier ip(Random r) {
    if (r.nextInt(3) > 0) {
      return Identifier.parse(
          of(r, "10", "178", "81", "93", "145", "84")
              + "."
              + between(r, 1, 254)
              + "."
              + between(r, 1, 254)
              + "."
              + between(r, 1, 254),
          ".");
    }
    String net = of(r, "2a02", "2001", "2003", "2607", "2a01") + ":" + hex(r) + ":" + hex(r);
    return Identifier.parse(
        r.nextBoolean()
            ? net + "::" + hex(r)
            : net + ":" + hex(r) + ":" + hex(r) + ":" + hex(r) + ":" + hex(r) + ":" + hex(r),
        ":");
  }

  private static String hex(Random r) {
    return Integer.toHexString(between(r, 0x100, 0xffff));
  }

  private static Identifier mac(Random r) {
    String s = of(r, "00", "3c", "a4", "f8", "b8", "d0") + from(r, HEX, 10);
    s = r.nextBoolean() ? s.toUpperCase(Locale.ROOT) : s;
    return r.nextInt(5) == 0
        ? Identifier.every(s, ".", 4)
        : Identifier.every(s, of(r, ":", ":", "-"), 2);
  }

  private static Identifier crypto(Random r) {
    String s =
        switch (r.nextInt(3)) {
          case 0 -> {
            byte[] hash = new byte[21];
            r.nextBytes(hash);
            hash[0] = (byte) (r.nextBoolean() ? 0 : 5);
            yield CheckDigits.base58Check(hash);
          }
          case 1 -> {
            byte[] program = new byte[20];
            r.nextBytes(program);
            int[] values = new int[33];
            for (int i = 0; i < 160; i++) {
              values[1 + i / 5] |= (program[i / 8] >> 7 - i % 8 & 1) << 4 - i % 5;
            }
            yield CheckDigits.bech32(of(r, "bc", "bc", "ltc"), values);
          }
          default -> "0x" + from(r, HEX, 40);
        };
    return Identifier.every(s, "", 4);
  }

  private static Identifier geo(Random r) {
    boolean south = r.nextInt(5) == 0;
    boolean west = r.nextInt(3) == 0;
    int lat = between(r, 11, 62);
    int lon = between(r, 1, 140);
    if (r.nextInt(3) > 0) {
      int places = between(r, 4, 6);
      return Identifier.join(
          List.of(
              (south ? "-" : "") + lat + "." + digits(r, places),
              (west ? "-" : "") + lon + "." + digits(r, places)),
          of(r, ", ", ", ", ",", " "));
    }
    return Identifier.join(
        List.of(angle(r, lat) + (south ? "S" : "N"), angle(r, lon) + (west ? "W" : "E")),
        of(r, ", ", " "));
  }

  private static String angle(Random r, int degrees) {
    return degrees
        + "\u00b0"
        + padded(r, 0, 59, 2)
        + "'"
        + padded(r, 0, 59, 2)
        + "."
        + digits(r, 1)
        + "\"";
  }

  private static Identifier birth(Random r, String language) {
    int d = between(r, 1, 28);
    int m = between(r, 1, 12);
    String y = String.valueOf(between(r, 1931, 2012));
    String two = y.substring(2);
    String dd = String.format("%02d", d);
    String mm = String.format("%02d", m);
    Locale locale =
        Locale.forLanguageTag(language.equals("us") || language.equals("uk") ? "en" : language);
    String month = java.time.Month.of(m).getDisplayName(java.time.format.TextStyle.FULL, locale);
    String written =
        switch (language) {
          case "us" ->
              of(
                  r,
                  mm + "/" + dd + "/" + y,
                  m + "/" + d + "/" + y,
                  month + " " + d + ", " + y,
                  mm + "-" + dd + "-" + y,
                  y + "-" + mm + "-" + dd,
                  mm + "/" + dd + "/" + two);
          case "uk" ->
              of(
                  r,
                  dd + "/" + mm + "/" + y,
                  d + " " + month + " " + y,
                  dd + "." + mm + "." + y,
                  dd + "-" + month.substring(0, 3) + "-" + y,
                  dd + "/" + mm + "/" + two);
          case "de" ->
              of(
                  r,
                  dd + "." + mm + "." + y,
                  d + "." + m + "." + y,
                  d + ". " + month + " " + y,
                  dd + "." + mm + "." + two);
          case "nl" -> of(r, dd + "-" + mm + "-" + y, d + " " + month + " " + y);
          case "es" -> of(r, dd + "/" + mm + "/" + y, d + " de " + month + " de " + y);
          default -> of(r, dd + "/" + mm + "/" + y, d + " " + month + " " + y);
        };
    return Identifier.parse(written, " -./,");
  }

  private static Identifier record(Random r) {
    return switch (r.nextInt(3)) {
      case 0 -> Identifier.cut(padded(r, 1, 9, 1) + digits(r, 6), "", 3, 4);
      case 1 -> Identifier.every("00" + digits(r, 6), of(r, "-", ""), 2);
      default ->
          Identifier.cut(
              of(r, "H", "M", "E") + padded(r, 1, 9, 1) + digits(r, 7), of(r, "", "-"), 1, 4, 4);
    };
  }

  private static Identifier account(Random r) {
    return Identifier.every(
        padded(r, 1, 9, 1) + digits(r, between(r, 7, 11)), of(r, "", "", " ", "-"), 4);
  }

  private static Identifier plate(Random r, String language) {
    String consonants = "BCDFGHJKLMNPRSTVWXYZ";
    String written =
        switch (language) {
          case "de" ->
              of(r, "M", "B", "HH", "KA", "S", "DO", "UL")
                  + of(r, "-", " ", "-")
                  + from(r, UPPER, 2)
                  + " "
                  + between(r, 10, 9999);
          case "us" ->
              of(
                  r,
                  padded(r, 1, 9, 1) + from(r, consonants, 3) + digits(r, 3),
                  from(r, consonants, 3) + "-" + digits(r, 4),
                  from(r, consonants, 3) + " " + digits(r, 4));
          case "uk" ->
              from(r, "ABCDEFGHKLMNPRSVWY", 2)
                  + of(r, "07", "12", "17", "19", "62", "68", "71")
                  + " "
                  + from(r, "ABCDEFGHJKLMNPRSTUVWXYZ", 3);
          case "es" -> digits(r, 4) + of(r, " ", "-") + from(r, consonants, 3);
          case "nl" -> from(r, consonants, 2) + "-" + digits(r, 3) + "-" + from(r, consonants, 1);
          case "it" -> from(r, consonants, 2) + " " + digits(r, 3) + " " + from(r, consonants, 2);
          default -> from(r, consonants, 2) + "-" + digits(r, 3) + "-" + from(r, consonants, 2);
        };
    return written.matches("[0-9][A-Z]{3}[0-9]{3}")
        ? Identifier.cut(written, "", 1, 3, 3)
        : Identifier.parse(written, " -");
  }

  /** TD3 lines of ICAO 9303: names, or number with its check digits. */
  private static Identifier mrz(Random r) {
    String state = of(r, "D<<", "FRA", "GBR", "USA", "ITA", "ESP", "NLD", "CHE");
    String line;
    if (r.nextInt(3) == 0) {
      line =
          "P<"
              + state
              + of(r, "MUELLER", "DURAND", "SMITH", "ROSSI", "DE<BOER")
              + "<<"
              + of(r, "ANNA<MARIA", "JEAN", "PETER", "LUCIA", "KLAAS<JAN");
      line = line + "<".repeat(44 - line.length());
    } else {
      String number = from(r, "CFGHJKLMNPRTVWXYZ", 1) + from(r, "0123456789CFGHJK", 8);
      String birth = padded(r, 40, 99, 2) + padded(r, 1, 12, 2) + padded(r, 1, 28, 2);
      String expiry = padded(r, 25, 34, 2) + padded(r, 1, 12, 2) + padded(r, 1, 28, 2);
      String optional = "<".repeat(14);
      String a = number + CheckDigits.icao(number);
      String b = birth + CheckDigits.icao(birth);
      String c = expiry + CheckDigits.icao(expiry) + optional + of(r, "0", "<");
      line = a + state + b + of(r, "M", "F") + c + CheckDigits.icao(a + b + c);
    }
    return Identifier.every(line, "", 11);
  }

  private static Identifier postal(Random r, String language) {
    return switch (language) {
      case "us" ->
          r.nextBoolean()
              ? Identifier.cut(padded(r, 2101, 98999, 5), "", 3, 2)
              : Identifier.cut(padded(r, 2101, 98999, 5) + padded(r, 1001, 9799, 4), "-", 5, 4);
      case "nl" ->
          Identifier.join(
              List.of(padded(r, 1011, 9999, 4), from(r, "ABCDEGHJKLMNPRSTVWXZ", 2)),
              of(r, " ", ""));
      case "ca" ->
          Identifier.join(
              List.of(
                  from(r, "ABCEGHJKLMNPRSTVXY", 1)
                      + digits(r, 1)
                      + from(r, "ABCEGHJKLMNPRSTVWXYZ", 1),
                  digits(r, 1) + from(r, "ABCEGHJKLMNPRSTVWXYZ", 1) + digits(r, 1)),
              of(r, " ", ""));
      case "de" -> Identifier.cut(padded(r, 1067, 99998, 5), "", 2, 3);
      case "es" -> Identifier.cut(padded(r, 1001, 52006, 5), "", 2, 3);
      default -> Identifier.cut(padded(r, 1000, 95880, 5), "", 2, 3);
    };
  }

  private static Identifier credentials(Random r, String language) {
    if (language.equals("pw")) {
      return Identifier.whole(
          of(r, "Sommer", "tiger", "Blue", "Passat", "qwert")
              + of(r, "!", "#", "_", "$")
              + digits(r, 3)
              + from(r, ALNUM, between(r, 2, 5)));
    }
    return Identifier.every(
        switch (r.nextInt(5)) {
          case 0 -> "AKIA" + from(r, UPPER + "234567", 16);
          case 1 -> "ghp_" + from(r, ALNUM, 36);
          case 2 -> "sk_live_" + from(r, ALNUM, 24);
          case 3 -> "AIza" + from(r, ALNUM, 35);
          default -> from(r, HEX, 32);
        },
        "",
        8);
  }
}
