package io.touchstone.ingestion.strangers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with numbers and codes that are no identifiers of a person.
 *
 * <p>Places in the templates: {dN} N digits, {hN} N hex digits, {LN} N capitals, {a-b} a whole number, {a-b.k} a
 * number of k decimals, {cas} a CAS number, {isbn} an ISBN-13, {noluhnN} N digits that fail Luhn, {tab:R:C:a-b} a
 * table of R lines and C columns, {col:R:a-b} a column, {list:N:a-b} a list with commas.
 */
final class Negatives {

  static final int COUNT = 3000;

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern RUN = Pattern.compile("(?<![0-9A-Za-z.])[0-9]{9,19}(?![0-9A-Za-z])");
  private static final Pattern GROUPED =
      Pattern.compile("(?<![0-9.-])[0-9]{2,4}(?:[ -][0-9]{2,4}){2,4}(?![0-9.-])");

  /** Words that make a number beside them an identifier; no template holds one. */
  private static final Pattern CONTEXT =
      Pattern.compile(
          "\\b(ssn|social|itin|npi|routing|nhs|nino|insurance"
              + "|postcode|zip|plz|steuer-?id|idnr|ausweis|dni|nif|nir|codice|bsn|rijksregister|personnummer|pesel|ahv|avs|tfn|tax"
              + " file|sin|nas|aadhaar|cpf|cnpj|imei|vin|iban|bic|swift|card|phone|tel|fax|mobile|call|e-?mail|born|birth|dob|geb|mrn|medical"
              + " record|patient no|account|acct|konto|plate|kennzeichen|passport|password"
              + "|token|api.?key|secret|gps|lat|lon|wallet)\\b",
          Pattern.CASE_INSENSITIVE);

  private final List<String> templates = new ArrayList<>();
  private final Random random;

  Negatives(Path resources, long seed) throws IOException {
    random = new Random(seed * 17 + 5);
    for (String line :
        Files.readAllLines(resources.resolve("negatives.txt"), StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        templates.add(line.replace("\\n", "\n").replace("\\t", "\t"));
      }
    }
    if (templates.size() < 60) {
      throw new IllegalStateException("fewer than sixty templates");
    }
    for (String t : templates) {
      Matcher m = CONTEXT.matcher(PLACE.matcher(t).replaceAll("0"));
      if (m.find()) {
        throw new IllegalStateException("context word " + m.group() + " in " + t);
      }
    }
  }

  List<String> make() {
    Set<String> seen = new HashSet<>();
    List<String> all = new ArrayList<>();
    for (int i = 0, tries = 0; all.size() < COUNT && tries < 200_000; i++, tries++) {
      String text = fill(templates.get(i % templates.size()));
      if (!looksGenuine(text) && seen.add(text)) {
        all.add(text);
      }
    }
    return all;
  }

  private String fill(String template) {
    return PLACE.matcher(template).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  private String value(String place) {
    String[] parts = place.split(":");
    if (parts[0].equals("tab") || parts[0].equals("col")) {
      int rows = Integer.parseInt(parts[1]);
      int columns = parts[0].equals("tab") ? Integer.parseInt(parts[2]) : 1;
      String gap = Draw.of(random, "  ", "   ", "\t", " | ");
      StringBuilder out = new StringBuilder();
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          out.append(x > 0 ? gap : y > 0 ? "\n" : "").append(number(parts[parts.length - 1]));
        }
      }
      return out.toString();
    }
    if (parts[0].equals("list")) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
        values.add(number(parts[2]));
      }
      return String.join(", ", values);
    }
    if (place.equals("cas")) {
      String body = Draw.padded(random, 50, 99999, 2) + Draw.digits(random, 2);
      int sum = 0;
      for (int i = 0; i < body.length(); i++) {
        sum += CheckDigits.digit(body, i) * (body.length() - i);
      }
      return body.substring(0, body.length() - 2)
          + "-"
          + body.substring(body.length() - 2)
          + "-"
          + sum % 10;
    }
    if (place.equals("isbn")) {
      String body = "9783" + Draw.digits(random, 8);
      return "978-3-"
          + body.substring(4, 7)
          + "-"
          + body.substring(7)
          + "-"
          + CheckDigits.ean13(body);
    }
    if (place.startsWith("noluhn")) {
      String body =
          Draw.padded(random, 1, 9, 1)
              + Draw.digits(random, Integer.parseInt(place.substring(6)) - 2);
      return body + (CheckDigits.luhn(body) + Draw.between(random, 1, 9)) % 10;
    }
    char first = place.charAt(0);
    if (Character.isLetter(first)) {
      int n = Integer.parseInt(place.substring(1));
      return switch (first) {
        case 'd' -> Draw.padded(random, 1, 9, 1) + Draw.digits(random, n - 1);
        case 'h' -> Draw.from(random, "0123456789abcdef", n);
        default -> Draw.from(random, "ABCDEFGHKLMNPRSTVWX", n);
      };
    }
    return number(place);
  }

  private String number(String range) {
    String[] decimals = range.split("\\.");
    String[] ends = decimals[0].split("-");
    int low = Integer.parseInt(ends[0]);
    int high = Integer.parseInt(ends[1]);
    String whole = String.valueOf(Draw.between(random, low, high));
    return decimals.length == 1
        ? whole
        : whole + "." + Draw.digits(random, Integer.parseInt(decimals[1]));
  }

  /** Whether a number by accident passes the check of an identifier of its length. */
  private static boolean looksGenuine(String text) {
    Matcher m = RUN.matcher(text);
    while (m.find()) {
      if (passes(m.group())) {
        return true;
      }
    }
    m = GROUPED.matcher(text);
    while (m.find()) {
      if (passes(m.group().replaceAll("[ -]", ""))) {
        return true;
      }
    }
    return text.toLowerCase(Locale.ROOT).matches("(?s).*\\b[0-9]{3}-[0-9]{2}-[0-9]{4}\\b.*");
  }

  private static boolean passes(String s) {
    int n = s.length();
    String body = s.substring(0, n - 1);
    int last = CheckDigits.digit(s, n - 1);
    boolean luhn = CheckDigits.luhn(body) == last;
    return switch (n) {
      case 9 ->
          luhn
              || CheckDigits.weighted(s, 3, 7, 1) % 10 == 0
              || CheckDigits.weighted(s, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0
              || CheckDigits.weighted(s, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
      case 10 ->
          luhn
              || CheckDigits.weighted(s, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
              || CheckDigits.luhn("80840" + body) == last;
      case 11 ->
          CheckDigits.mod11and10(body) == last
              || CheckDigits.weighted(s, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
              || CheckDigits.brazil(body, 99) == last
              || 97 - Long.parseLong(s.substring(0, 9)) % 97 == Long.parseLong(s.substring(9));
      case 12 -> luhn || CheckDigits.verhoeff(body) == last;
      case 13 -> luhn || s.startsWith("756");
      case 14 -> luhn || CheckDigits.brazil(body, 9) == last;
      default -> luhn;
    };
  }
}
