package io.touchstone.ingestion.strangers;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Check digit schemes, each written from the public description of the scheme. */
final class CheckDigits {

  private static final int[][] VERHOEFF_D = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[] VERHOEFF_STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  private static final int[] VERHOEFF_INVERSE = {0, 4, 3, 2, 1, 5, 6, 7, 8, 9};
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private CheckDigits() {}

  static int digit(String s, int i) {
    return s.charAt(i) - '0';
  }

  /** Weighted sum of the digits of s. */
  static int weighted(String s, int... weights) {
    int sum = 0;
    for (int i = 0; i < s.length(); i++) {
      sum += digit(s, i) * weights[i % weights.length];
    }
    return sum;
  }

  /** Luhn digit to be appended to the body. */
  static int luhn(String body) {
    int sum = 0;
    boolean twice = true;
    for (int i = body.length() - 1; i >= 0; i--, twice = !twice) {
      int d = digit(body, i) * (twice ? 2 : 1);
      sum += d > 9 ? d - 9 : d;
    }
    return (10 - sum % 10) % 10;
  }

  /** ISO 7064 Mod 11,10 digit (German tax identification number). */
  static int mod11and10(String body) {
    int product = 10;
    for (int i = 0; i < body.length(); i++) {
      int sum = (digit(body, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  /** Verhoeff digit (Aadhaar). */
  static int verhoeff(String body) {
    int c = 0;
    for (int i = body.length() - 1, pos = 1; i >= 0; i--, pos++) {
      int d = digit(body, i);
      for (int k = 0; k < pos % 8; k++) {
        d = VERHOEFF_STEP[d];
      }
      c = VERHOEFF_D[c][d];
    }
    return VERHOEFF_INVERSE[c];
  }

  /** EAN-13 digit (Swiss AHV number). */
  static int ean13(String twelve) {
    return (10 - weighted(twelve, 1, 3) % 10) % 10;
  }

  /** Digits and letters as ISO 7064 reads them for IBAN: A is 10. */
  static int mod97(String alphanumeric) {
    StringBuilder digits = new StringBuilder();
    for (char c : alphanumeric.toCharArray()) {
      digits.append(Character.digit(c, 36));
    }
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
  }

  static String iban(String country, String bban) {
    return country + String.format("%02d", 98 - mod97(bban + country + "00")) + bban;
  }

  /** ICAO 9303 digit, weights 7 3 1, filler counts 0. */
  static int icao(String field) {
    int[] weights = {7, 3, 1};
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      sum += (c == '<' ? 0 : Character.digit(c, 36)) * weights[i % 3];
    }
    return sum % 10;
  }

  /** Mod 11 digit of CPF and CNPJ. */
  static int brazil(String body, int longestWeight) {
    int sum = 0;
    int weight = 2;
    for (int i = body.length() - 1; i >= 0; i--) {
      sum += digit(body, i) * weight;
      weight = weight == longestWeight ? 2 : weight + 1;
    }
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** German pension insurance number: digit sums of weighted digits, the letter as two digits. */
  static int pensionInsurance(String twoAreaSixDateLetterTwoSerial) {
    StringBuilder s = new StringBuilder();
    for (char c : twoAreaSixDateLetterTwoSerial.toCharArray()) {
      s.append(Character.isLetter(c) ? String.format("%02d", c - 'A' + 1) : String.valueOf(c));
    }
    int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int p = digit(s.toString(), i) * weights[i];
      sum += p / 10 + p % 10;
    }
    return sum % 10;
  }

  /** Check character of the Italian codice fiscale. */
  static char codiceFiscale(String fifteen) {
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = fifteen.charAt(i);
      int value = Character.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
    return (char) ('A' + sum % 26);
  }

  /** Check character of a North American VIN, to stand at position 9. */
  static char vin(String seventeen) {
    String letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    String values = "12345678123457923456789";
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = seventeen.charAt(i);
      sum +=
          weights[i] * (Character.isDigit(c) ? c - '0' : values.charAt(letters.indexOf(c)) - '0');
    }
    return sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
  }

  /** Base58Check text of a version byte and a hash. */
  static String base58Check(byte[] versionAndHash) {
    byte[] sum = sha256(sha256(versionAndHash));
    byte[] all = java.util.Arrays.copyOf(versionAndHash, versionAndHash.length + 4);
    System.arraycopy(sum, 0, all, versionAndHash.length, 4);
    BigInteger n = new BigInteger(1, all);
    StringBuilder out = new StringBuilder();
    while (n.signum() > 0) {
      BigInteger[] q = n.divideAndRemainder(BigInteger.valueOf(58));
      out.append(BASE58.charAt(q[1].intValue()));
      n = q[0];
    }
    for (int i = 0; i < all.length && all[i] == 0; i++) {
      out.append('1');
    }
    return out.reverse().toString();
  }

  /** Bech32 text (BIP 173) of five-bit values. */
  static String bech32(String prefix, int[] values) {
    int chk = 1;
    for (char c : prefix.toCharArray()) {
      chk = polymod(chk, c >> 5);
    }
    chk = polymod(chk, 0);
    for (char c : prefix.toCharArray()) {
      chk = polymod(chk, c & 31);
    }
    StringBuilder out = new StringBuilder(prefix).append('1');
    for (int v : values) {
      chk = polymod(chk, v);
      out.append(BECH32.charAt(v));
    }
    for (int i = 0; i < 6; i++) {
      chk = polymod(chk, 0);
    }
    chk ^= 1;
    for (int i = 0; i < 6; i++) {
      out.append(BECH32.charAt((chk >> 5 * (5 - i)) & 31));
    }
    return out.toString();
  }

  private static int polymod(int chk, int value) {
    int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    int top = chk >>> 25;
    int next = (chk & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < 5; i++) {
      next ^= (top >> i & 1) == 1 ? generator[i] : 0;
    }
    return next;
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fails when a scheme does not give the digit of a published specimen. */
  static void proveOnSpecimens() {
    require(luhn("7992739871") == 3 && luhn("808401234567" + "89") == 3, "luhn");
    require(mod11and10("8609574271") == 9, "tax id");
    require(verhoeff("236") == 3, "verhoeff");
    require(ean13("756921713980") == 0 || ean13("756123456789") == 7, "ean13");
    require(iban("DE", "370400440532013000").equals("DE89370400440532013000"), "iban");
    require(icao("L898902C3") == 6 && icao("740812") == 2 && icao("L01X00T47") == 1, "icao");
    require(pensionInsurance("15070649C10") == 3, "pension insurance");
    require(codiceFiscale("RSSMRA85T10A562") == 'S', "codice fiscale");
    require(vin("1M8GDM9AXKP042788") == 'X', "vin");
    require(brazil("111444777", 99) == 3 && brazil("1114447773", 99) == 5, "cpf");
    require(brazil("112223330001", 9) == 8 && brazil("1122233300018", 9) == 1, "cnpj");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("check digit specimen fails: " + what);
    }
  }
}
