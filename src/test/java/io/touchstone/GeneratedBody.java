package io.touchstone;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/**
 * A head, rows that are made when they are asked for, and a tail: a body that never exists whole.
 */
public final class GeneratedBody extends InputStream {

  private final long count;
  private final LongFunction<String> row;
  private final String tail;
  private byte[] left;
  private int at;
  private long next;

  public GeneratedBody(String head, long count, LongFunction<String> row, String tail) {
    this.count = count;
    this.row = row;
    this.tail = tail;
    left = head.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    while (at == left.length && next <= count) {
      String text = next == count ? tail : row.apply(next);
      left = text.getBytes(StandardCharsets.UTF_8);
      at = 0;
      next++;
    }
    int read = Math.min(length, left.length - at);
    System.arraycopy(left, at, into, offset, read);
    at += read;
    return read == 0 && length > 0 ? -1 : read;
  }
}
