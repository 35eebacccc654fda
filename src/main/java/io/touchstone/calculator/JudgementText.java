package io.touchstone.calculator;

import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * The body of a request as text: strict UTF-8, without a byte order mark, counted while it is read
 * and never held. What is too long, cut off or not UTF-8 is refused with its place.
 */
public final class JudgementText extends Reader {

  /** Characters that one judgement, one row or the description of the task may have. */
  static final int LONGEST_PART = 1_000_000;

  private static final int BUFFER = 16_384;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream body;
  private final long mostBytes;
  private final Clock clock;
  private final Instant latest;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private boolean ended;
  private boolean started;
  private long bytesRead;
  private long lines = 1;
  private long charsOfPart;

  /**
   * @param mostBytes that the body may have
   */
  public JudgementText(InputStream body, long mostBytes) {
    this(body, mostBytes, Clock.systemUTC(), Instant.MAX);
  }

  /**
   * @param mostBytes that the body may have
   * @param latest when all of it has to be there
   */
  public JudgementText(InputStream body, long mostBytes, Clock clock, Instant latest) {
    this.body = body;
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.latest = latest;
  }

  /**
   * @throws Refusal with 413
   */
  public static void requireSize(long bytes, long mostBytes) {
    if (bytes > mostBytes) {
      throw new Refusal(
          413,
          "body-too-large",
          "The body is larger than "
              + mostBytes
              + " bytes, which is the most that this call takes. Send fewer judgements at a time,"
              + " send CSV instead of JSON, or ask your administrator to raise"
              + " touchstone.largest-calculation.",
          Map.of("mostBytes", mostBytes));
    }
  }

  /** What was read so far is dealt with; the next part may be as long again. */
  void partDone() {
    charsOfPart = 0;
  }

  /**
   * @throws Refusal with 400, 408, 413 or 422, a sentence and the place
   */
  @Override
  public int read(char[] into, int offset, int length) {
    if (!chars.hasRemaining() && !decode()) {
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, offset, count);
    charsOfPart += count;
    if (charsOfPart > LONGEST_PART + 2L * BUFFER) {
      throw new Refusal(
          422,
          "invalid-judgements",
          "One judgement, or the description of the task, is longer than 1,000,000 characters. Look"
              + " for a quote or a bracket that is not closed.",
          Map.of("where", "line " + lines, "line", lines));
    }
    return count;
  }

  /** Whether there is more. */
  private boolean decode() {
    while (true) {
      chars.clear();
      CoderResult result = decoder.decode(bytes, chars, ended);
      chars.flip();
      if (!started && chars.hasRemaining()) {
        started = true;
        if (chars.get(0) == BYTE_ORDER_MARK) {
          chars.get();
        }
      }
      if (chars.hasRemaining()) {
        countLines();
        return true;
      }
      if (result.isError()) {
        throw notUtf8();
      }
      if (ended) {
        return false;
      }
      fill();
    }
  }

  private void countLines() {
    for (int at = chars.position(); at < chars.limit(); at++) {
      lines += chars.get(at) == '\n' ? 1 : 0;
    }
  }

  private void fill() {
    bytes.compact();
    int read = readBody();
    bytes.flip();
    ended = read < 0;
    bytesRead += Math.max(read, 0);
    requireSize(bytesRead, mostBytes);
    if (!ended && clock.instant().isAfter(latest)) {
      throw new Refusal(
          408,
          "body-too-slow",
          "The body came too slowly: others wait for their turn. Send fewer judgements at a time,"
              + " or send them from nearer by.",
          Map.of("line", lines));
    }
  }

  private int readBody() {
    try {
      int read = body.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(read, 0));
      return read;
    } catch (IOException e) {
      throw new Refusal(
          400,
          "body-cut-off",
          "The body ended before all of it had come. Send it again.",
          Map.of("line", lines));
    }
  }

  private Refusal notUtf8() {
    long at = bytesRead - bytes.remaining() + 1;
    return new Refusal(
        422,
        "invalid-judgements",
        "Byte "
            + at
            + ", in line "
            + lines
            + ", is not UTF-8. Save or export the judgements as UTF-8 and send them again.",
        Map.of("where", "line " + lines, "line", lines, "byte", at));
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
