package io.touchstone.platform.database;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Number and digest of a table's rows, whatever their order: the sum, modulo 2^64 four times, of
 * the SHA-256 of each row. For telling whether a copy is a copy, not against somebody who looks for
 * collisions.
 */
final class RowsDigest {

  private final MessageDigest sha256;
  private final long[] sum = new long[4];
  private long rows;
  private long bytes;

  RowsDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /**
   * What was seen.
   *
   * @param bytes as the rows were sent
   * @param sha256 sum of the digests
   */
  record Seen(long rows, long bytes, List<Long> sha256) {}

  void add(byte[] row) {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(row));
    for (int i = 0; i < sum.length; i++) {
      sum[i] += digest.getLong();
    }
    rows++;
    bytes += row.length;
  }

  Seen seen() {
    return new Seen(rows, bytes, Arrays.stream(sum).boxed().toList());
  }
}
