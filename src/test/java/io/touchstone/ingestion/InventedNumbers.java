package io.touchstone.ingestion;

import io.touchstone.deidentification.recogniser.check.Validator;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Invented identifiers that need more than a shape and a check. */
final class InventedNumbers {

  private final PlantedIdentifiers planted;
  private final Random random;

  InventedNumbers(PlantedIdentifiers planted, Random random) {
    this.planted = planted;
    this.random = random;
  }

  String hex(String shape) {
    StringBuilder filled = new StringBuilder();
    boolean capital = random.nextBoolean();
    for (char c : shape.toCharArray()) {
      String digit = Integer.toHexString(random.nextInt(16));
      filled.append(c == 'F' ? capital ? digit.toUpperCase(Locale.ROOT) : digit : c);
    }
    return filled.toString();
  }

  String octets() {
    return (1 + random.nextInt(223))
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + (1 + random.nextInt(254));
  }

  String date() {
    int day = 13 + random.nextInt(15);
    int month = 1 + random.nextInt(12);
    int year = 1930 + random.nextInt(80);
    return planted.one(
        "%02d.%02d.%d".formatted(day, month, year),
        "%02d/%02d/%d".formatted(day, month, year),
        "%d-%02d-%02d".formatted(year, month, day),
        "%02d-%02d-%d".formatted(day, month, year),
        "%d %s %d".formatted(day, planted.one("March", "Jan", "October", "Aug."), year),
        "%d. %s %d".formatted(day, planted.one("März", "Januar", "Oktober"), year),
        "%s %d, %d".formatted(planted.one("March", "July", "Dec"), day, year),
        "%d %s %d"
            .formatted(
                day, planted.one("mars", "juillet", "de marzo de", "gennaio", "maart"), year));
  }

  String iban() {
    String country = planted.one("DE18", "NL10", "FR23", "GB18", "ES20", "AT16", "CH17", "BE12");
    String code = country.substring(0, 2);
    StringBuilder rest = new StringBuilder();
    if (code.equals("NL") || code.equals("GB")) {
      rest.append(planted.one("ABNA", "WEST", "INGB", "NWBK"));
    }
    while (rest.length() < Integer.parseInt(country.substring(2))) {
      rest.append(random.nextInt(10));
    }
    while (rest.length() < length(code) - 4) {
      rest.append(random.nextInt(10));
    }
    StringBuilder number = new StringBuilder();
    for (char c : (rest + code + "00").toCharArray()) {
      number.append(Character.digit(c, 36));
    }
    int check = 98 - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    String iban = code + "%02d".formatted(check) + rest;
    return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?!$)", "$1 ");
  }

  private static int length(String code) {
    return switch (code) {
      case "DE", "GB" -> 22;
      case "NL" -> 18;
      case "FR" -> 27;
      case "ES" -> 24;
      case "AT" -> 20;
      case "CH" -> 21;
      default -> 16;
    };
  }

  String card() {
    String prefix = planted.one("4", "51", "2221", "34", "6011", "35280", "5018");
    int length = prefix.equals("34") ? 15 : 16;
    String digits = prefix;
    do {
      StringBuilder all = new StringBuilder(prefix);
      while (all.length() < length) {
        all.append(random.nextInt(10));
      }
      digits = all.toString();
    } while (!Validator.LUHN.accepts(digits));
    String divider = planted.one(" ", "-", "");
    return length == 15
        ? digits.substring(0, 4)
            + divider
            + digits.substring(4, 10)
            + divider
            + digits.substring(10)
        : digits.replaceAll("(.{4})(?!$)", "$1" + divider);
  }

  String bitcoin() {
    byte[] bytes = new byte[25];
    for (int i = 1; i < 21; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(sha.digest(Arrays.copyOf(bytes, 21)));
      System.arraycopy(hash, 0, bytes, 21, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    StringBuilder written = new StringBuilder();
    for (BigInteger rest = new BigInteger(1, bytes);
        rest.signum() > 0;
        rest = rest.divide(BigInteger.valueOf(58))) {
      written.insert(0, alphabet.charAt(rest.mod(BigInteger.valueOf(58)).intValue()));
    }
    return "1" + written;
  }

  String mrz() {
    return planted.one(
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "I<UTOD231458907<<<<<<<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<6");
  }
}
