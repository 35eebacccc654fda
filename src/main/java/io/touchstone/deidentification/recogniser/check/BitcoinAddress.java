package io.touchstone.deidentification.recogniser.check;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** Addresses of Bitcoin: Base58Check, or Bech32 and Bech32m of BIP 173 and 350. */
final class BitcoinAddress {

  private static final String BASE_58 =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BASE_32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH_32 = 1;
  private static final int BECH_32_M = 0x2bc830a3;

  private BitcoinAddress() {}

  static boolean isValid(String text) {
    String written = text.replaceAll("[^A-Za-z0-9]", "");
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.startsWith("bc1") ? isBech32(lower) : isBase58(written);
  }

  /** 25 bytes, of which the last four begin the double SHA-256 of the others. */
  private static boolean isBase58(String written) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < written.length(); i++) {
      int value = BASE_58.indexOf(written.charAt(i));
      if (value < 0) {
        return false;
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(value));
    }
    byte[] significant = number.toByteArray();
    if (significant.length > 25) {
      return false;
    }
    byte[] bytes = new byte[25];
    System.arraycopy(significant, 0, bytes, 25 - significant.length, significant.length);
    byte[] hash = sha256(sha256(Arrays.copyOf(bytes, 21)));
    return Arrays.equals(hash, 0, 4, bytes, 21, 25);
  }

  private static boolean isBech32(String lower) {
    int check = 1;
    // The prefix "bc" as the checksum sees it: high bits, a zero, low bits.
    for (int value : new int[] {3, 3, 0, 2, 3}) {
      check = step(check, value);
    }
    for (int i = 3; i < lower.length(); i++) {
      int value = BASE_32.indexOf(lower.charAt(i));
      if (value < 0) {
        return false;
      }
      check = step(check, value);
    }
    return check == BECH_32 || check == BECH_32_M;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
