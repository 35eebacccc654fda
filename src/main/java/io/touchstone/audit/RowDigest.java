package io.touchstone.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Digest of rows that were written together, and a short mark of each. */
final class RowDigest {

  /** Bytes of a mark. */
  static final int MARK = 8;

  private final MessageDigest whole = sha256();
  private final MessageDigest one = sha256();
  private final ByteArrayOutputStream marks = new ByteArrayOutputStream();
  private long rows;

  /** The next row. */
  void add(String line) {
    byte[] hash = one.digest(line.getBytes(StandardCharsets.UTF_8));
    whole.update(hash);
    marks.write(hash, 0, MARK);
    rows++;
  }

  long rows() {
    return rows;
  }

  /** Of all rows so far; the next row begins a new digest. */
  String sha256Hex() {
    return HexFormat.of().formatHex(whole.digest());
  }

  byte[] marks() {
    return marks.toByteArray();
  }

  /** How many rows at the beginning have the same marks. */
  static int common(byte[] one, byte[] other) {
    int first = Arrays.mismatch(one, other);
    return (first < 0 ? one.length : first) / MARK;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256", e);
    }
  }
}
