package io.touchstone.calculator;

import io.touchstone.GeneratedBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Bodies of requests, some of which exist only while they are read. */
public final class Bodies {

  static final long LARGEST = 256L << 20;

  private Bodies() {}

  public static JudgementText of(String body) {
    return of(body.getBytes(StandardCharsets.UTF_8));
  }

  public static JudgementText of(byte[] body) {
    return new JudgementText(new ByteArrayInputStream(body), LARGEST);
  }

  /** A head, then rows that are made when they are asked for. */
  static JudgementText rows(String head, long count, LongFunction<String> row) {
    return new JudgementText(stream(head, count, row, ""), LARGEST);
  }

  static InputStream stream(String head, long count, LongFunction<String> row, String tail) {
    return new GeneratedBody(head, count, row, tail);
  }
}
