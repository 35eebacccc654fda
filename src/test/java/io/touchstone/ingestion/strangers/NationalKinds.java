package io.touchstone.ingestion.strangers;

import static io.touchstone.ingestion.strangers.CheckDigits.weighted;
import static io.touchstone.ingestion.strangers.Draw.between;
import static io.touchstone.ingestion.strangers.Draw.digits;
import static io.touchstone.ingestion.strangers.Draw.from;
import static io.touchstone.ingestion.strangers.Draw.of;
import static io.touchstone.ingestion.strangers.Draw.padded;

import java.util.List;
import java.util.Random;

/** Numbers that a state or a national body gives to persons, firms and places. */
final class NationalKinds {

  private static final String[] POST_AREAS = {
    "LS", "BS", "NR", "HU", "M", "B", "L", "S", "G", "EH", "CF", "SW", "SE", "NE", "OX", "CB", "YO",
    "PL", "EX", "TN", "BN", "RG", "DE", "DH", "AB"
  };

  private NationalKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.number("us-ssn", (r, l) -> ssn(r)),
        Kind.number("us-itin", (r, l) -> itin(r)),
        Kind.number("us-npi", (r, l) -> npi(r)),
        Kind.number("us-routing", (r, l) -> routing(r)),
        Kind.number("uk-nhs", (r, l) -> nhs(r)),
        Kind.letters("uk-nino", (r, l) -> nino(r)),
        Kind.letters("uk-postcode", (r, l) -> postcode(r))
            .fixedGroups()
            .separatedBy("  ", "   ", "\t", "\u00a0", "-", "\u2009", ".", "\u2011", " - ", "_"),
        Kind.number("de-tax-id", (r, l) -> taxId(r)),
        Kind.letters("de-id-card", (r, l) -> idCard(r)),
        Kind.letters("de-social-security", (r, l) -> pension(r)),
        Kind.letters("es-nif", (r, l) -> nif(r)),
        Kind.letters("fr-nir", (r, l) -> nir(r)),
        Kind.letters("it-fiscal-code", (r, l) -> fiscalCode(r)),
        Kind.number("nl-bsn", (r, l) -> bsn(r)),
        Kind.number("be-national", (r, l) -> belgian(r)),
        Kind.number("se-personal", (r, l) -> swedish(r)),
        Kind.number("pl-pesel", (r, l) -> pesel(r)),
        Kind.number("ch-ahv", (r, l) -> ahv(r)),
        Kind.number("au-tfn", (r, l) -> tfn(r)),
        Kind.number("ca-sin", (r, l) -> sin(r)),
        Kind.number("in-aadhaar", (r, l) -> aadhaar(r)),
        Kind.number("br-cpf", (r, l) -> cpf(r)),
        Kind.number("br-cnpj", (r, l) -> cnpj(r)));
  }

  /** AAA-GG-SSSS; area not 000, 666, 900-999, group not 00, serial not 0000, no number known from advertising. */
  private static Identifier ssn(Random r) {
    String area;
    do {
      area = padded(r, 1, 899, 3);
    } while (area.equals("666") || area.equals("078") || area.equals("219"));
    String s = area + padded(r, 1, 99, 2) + padded(r, 1, 9999, 4);
    return Identifier.cut(s, of(r, "-", "-", " ", ""), 3, 2, 4);
  }

  /** 9AA-GG-SSSS; group 50-65, 70-88, 90-92, 94-99. */
  private static Identifier itin(Random r) {
    int group;
    do {
      group = between(r, 50, 99);
    } while (group > 65 && group < 70 || group == 89 || group == 93);
    return Identifier.cut(
        "9" + digits(r, 2) + group + padded(r, 1, 9999, 4), of(r, "-", "-", " ", ""), 3, 2, 4);
  }

  /** Ten digits, first 1 or 2, Luhn with the prefix 80840. */
  private static Identifier npi(Random r) {
    String body = of(r, "1", "1", "2") + digits(r, 8);
    String s = body + CheckDigits.luhn("80840" + body);
    return r.nextInt(3) > 0
        ? Identifier.cut(s, "", 4, 3, 3)
        : Identifier.cut(s, of(r, " ", "-"), 4, 3, 3);
  }

  /** Nine digits, weights 3 7 1, first two digits name a Federal Reserve district or thrift. */
  private static Identifier routing(Random r) {
    String body = of(r, padded(r, 1, 12, 2), padded(r, 21, 32, 2)) + digits(r, 6);
    String s = body + (10 - weighted(body, 3, 7, 1) % 10) % 10;
    return Identifier.cut(s, of(r, "", "", "-", " "), 4, 4, 1);
  }

  /** Ten digits, mod 11, check digit 10 not given; English, Welsh and Manx ranges only. */
  private static Identifier nhs(Random r) {
    while (true) {
      String body = of(r, "4", "6", "7") + digits(r, 8);
      int check = 11 - weighted(body, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
      if (check != 10) {
        return Identifier.cut(body + check % 11, of(r, " ", " ", "-", ""), 3, 3, 4);
      }
    }
  }

  private static Identifier nino(Random r) {
    String prefix;
    do {
      prefix = from(r, "ABCEGHJKLMNOPRSTWXYZ", 1) + from(r, "ABCEGHJKLMNPRSTWXYZ", 1);
    } while (List.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ").contains(prefix));
    String s = prefix + digits(r, 6) + from(r, "ABCD", 1);
    return Identifier.cut(s, of(r, " ", " ", "", "-"), 2, 2, 2, 2, 1);
  }

  private static Identifier postcode(Random r) {
    String area = of(r, POST_AREAS);
    String outward = area.equals("SW") ? "SW1" + from(r, "AHPVWXYE", 1) : area + between(r, 1, 25);
    String inward = digits(r, 1) + from(r, "ABDEFGHJLNPQRSTUWXYZ", 2);
    return Identifier.join(List.of(outward, inward), of(r, " ", " ", " ", ""));
  }

  /** Eleven digits, first not 0, one digit twice or thrice in the first ten, others once; Mod 11,10. */
  private static Identifier taxId(Random r) {
    while (true) {
      String body = digits(r, 10);
      long different = body.chars().distinct().count();
      int most = 0;
      for (char c = '0'; c <= '9'; c++) {
        char d = c;
        most = Math.max(most, (int) body.chars().filter(x -> x == d).count());
      }
      boolean threeInRow = body.matches(".*(.)\\1\\1.*");
      if (body.charAt(0) != '0'
          && !threeInRow
          && (different == 9 && most == 2 || different == 8 && most == 3)) {
        return Identifier.cut(
            body + CheckDigits.mod11and10(body), of(r, " ", " ", "", ""), 2, 3, 3, 3);
      }
    }
  }

  /** Serial of nine characters from the alphabet of the Ausweis, with the 7 3 1 digit or without. */
  private static Identifier idCard(Random r) {
    String serial;
    do {
      serial = from(r, "LMNPRTVWXY", 1) + from(r, "0123456789CFGHJKLMNPRTVWXYZ", 8);
    } while (serial.chars().filter(Character::isDigit).count() < 3);
    return r.nextBoolean()
        ? Identifier.cut(serial, of(r, "", "", " "), 3, 3, 3)
        : Identifier.cut(serial + CheckDigits.icao(serial), of(r, "", "", " "), 3, 3, 4);
  }

  /** Area, date of birth, letter of the name, serial, check digit. */
  private static Identifier pension(Random r) {
    String area =
        of(r, "02", "04", "08", "10", "12", "13", "15", "17", "18", "20", "23", "25", "53", "65");
    String body =
        area
            + padded(r, 1, 28, 2)
            + padded(r, 1, 12, 2)
            + padded(r, 40, 99, 2)
            + from(r, "ABCDEFGHIKLMNOPRSTUVWZ", 1)
            + padded(r, 0, 99, 2);
    return Identifier.cut(
        body + CheckDigits.pensionInsurance(body), of(r, " ", " ", ""), 2, 6, 1, 3);
  }

  private static Identifier nif(Random r) {
    String letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    if (r.nextInt(3) == 0) {
      int lead = r.nextInt(3);
      String seven = digits(r, 7);
      char check = letters.charAt(Integer.parseInt(lead + seven) % 23);
      return Identifier.cut("XYZ".charAt(lead) + seven + check, of(r, "-", "", " "), 1, 7, 1);
    }
    int n = between(r, 1_000_000, 79_999_999);
    String eight = String.format("%08d", n);
    String s = eight + letters.charAt(n % 23);
    return r.nextBoolean()
        ? Identifier.cut(s, of(r, "-", "", " "), 8, 1)
        : new Identifier(
            List.of(s.substring(0, 2), s.substring(2, 5), s.substring(5, 8), s.substring(8)),
            List.of(".", ".", of(r, "-", " ")));
  }

  /** Sex, year, month, departement, commune, order and the key of 97. */
  private static Identifier nir(Random r) {
    String dept =
        of(r, padded(r, 1, 19, 2), padded(r, 21, 95, 2), padded(r, 21, 95, 2), "2A", "2B");
    String body =
        of(r, "1", "2")
            + digits(r, 2)
            + padded(r, 1, 12, 2)
            + dept
            + padded(r, 1, 400, 3)
            + padded(r, 1, 999, 3);
    // Corsica counts as 19 and 18.
    String value = dept.equals("2A") ? "19" : dept.equals("2B") ? "18" : dept;
    long n = Long.parseLong(body.substring(0, 5) + value + body.substring(7));
    String s = body + String.format("%02d", 97 - n % 97);
    return Identifier.cut(s, of(r, " ", " ", ""), 1, 2, 2, 2, 3, 3, 2);
  }

  private static Identifier fiscalCode(Random r) {
    String surname =
        of(r, "RSS", "BNC", "FRR", "SPS", "CLM", "RCC", "MRN", "GRC", "CNT", "LCU", "BLL");
    String name = of(r, "MRA", "GPP", "LCU", "NNA", "FNC", "GNN", "PLA", "SRA", "LSS", "CHR");
    int day = between(r, 1, 28) + (r.nextBoolean() ? 40 : 0);
    String place =
        of(r, "H501", "F205", "L219", "F839", "A944", "D612", "A662", "G273", "Z112", "L736");
    String body =
        surname
            + name
            + padded(r, 30, 99, 2)
            + from(r, "ABCDEHLMPRST", 1)
            + String.format("%02d", day)
            + place;
    return Identifier.cut(
        body + CheckDigits.codiceFiscale(body), of(r, "", "", "", " "), 3, 3, 5, 5);
  }

  private static Identifier bsn(Random r) {
    while (true) {
      String body = padded(r, 1, 8, 1) + digits(r, 7);
      int check = weighted(body, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
      if (check < 10) {
        return Identifier.cut(body + check, of(r, "", "", ".", " "), 4, 2, 3);
      }
    }
  }

  /** YY.MM.DD-SSS.CC; key of 97, with a 2 before the number for births from 2000. */
  private static Identifier belgian(Random r) {
    boolean late = r.nextInt(4) == 0;
    String body =
        (late ? padded(r, 0, 23, 2) : padded(r, 30, 99, 2))
            + padded(r, 1, 12, 2)
            + padded(r, 1, 28, 2)
            + padded(r, 1, 997, 3);
    long n = Long.parseLong((late ? "2" : "") + body);
    String s = body + String.format("%02d", 97 - n % 97);
    Identifier cut = Identifier.cut(s, "", 2, 2, 2, 3, 2);
    return r.nextInt(4) > 0 ? cut.with(List.of(".", ".", "-", ".")) : cut;
  }

  /** (CC)YYMMDD-NNNC, Luhn over the last ten digits. */
  private static Identifier swedish(Random r) {
    String body =
        padded(r, 40, 99, 2) + padded(r, 1, 12, 2) + padded(r, 1, 28, 2) + padded(r, 1, 979, 3);
    String s = body + CheckDigits.luhn(body);
    return r.nextBoolean()
        ? Identifier.cut(s, of(r, "-", "-", ""), 6, 4)
        : Identifier.cut("19" + s, of(r, "-", "-", ""), 8, 4);
  }

  private static Identifier pesel(Random r) {
    boolean late = r.nextInt(4) == 0;
    String body =
        (late ? padded(r, 0, 23, 2) : padded(r, 30, 99, 2))
            + padded(r, late ? 21 : 1, late ? 32 : 12, 2)
            + padded(r, 1, 28, 2)
            + digits(r, 4);
    String s = body + (10 - weighted(body, 1, 3, 7, 9) % 10) % 10;
    return Identifier.cut(s, of(r, "", "", "", " "), 6, 5);
  }

  private static Identifier ahv(Random r) {
    String body = "756" + digits(r, 9);
    return Identifier.cut(body + CheckDigits.ean13(body), of(r, ".", ".", ".", ""), 3, 4, 4, 2);
  }

  private static Identifier tfn(Random r) {
    while (true) {
      String s = padded(r, 1, 9, 1) + digits(r, 8);
      if (weighted(s, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0) {
        return Identifier.cut(s, of(r, " ", " ", ""), 3, 3, 3);
      }
    }
  }

  /** First digit neither 0 (not given to persons) nor 8 (business). */
  private static Identifier sin(Random r) {
    String body = from(r, "12345679", 1) + digits(r, 7);
    return Identifier.cut(body + CheckDigits.luhn(body), of(r, " ", " ", "-", ""), 3, 3, 3);
  }

  private static Identifier aadhaar(Random r) {
    String body = from(r, "23456789", 1) + digits(r, 10);
    return Identifier.cut(body + CheckDigits.verhoeff(body), of(r, " ", " ", ""), 4, 4, 4);
  }

  private static Identifier cpf(Random r) {
    String s = digits(r, 9);
    s += CheckDigits.brazil(s, 99);
    s += CheckDigits.brazil(s, 99);
    Identifier cut = Identifier.cut(s, "", 3, 3, 3, 2);
    return r.nextInt(4) > 0 ? cut.with(List.of(".", ".", "-")) : cut;
  }

  private static Identifier cnpj(Random r) {
    String s = digits(r, 8) + "000" + of(r, "1", "1", "1", "2", "3");
    s += CheckDigits.brazil(s, 9);
    s += CheckDigits.brazil(s, 9);
    Identifier cut = Identifier.cut(s, "", 2, 3, 3, 4, 2);
    return r.nextInt(4) > 0 ? cut.with(List.of(".", ".", "/", "-")) : cut;
  }
}
