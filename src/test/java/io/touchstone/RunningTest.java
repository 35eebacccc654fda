package io.touchstone;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Numbers for what a test makes, drawn from the test's own name: keys, ids and draws that follow
 * from them are the same in whatever order, and in whichever JVM, the build runs its classes, and
 * in whichever room of its stage a class lies.
 */
public final class RunningTest implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

  private static final long NUMBERS = 100_000_000;

  private static final Pattern ROOM = Pattern.compile("(io\\.touchstone\\.[a-z]+)(?:\\.[a-z]+)+");

  private static String name = "none";
  private static final AtomicInteger MADE = new AtomicInteger();

  /** The next number of the test that runs now, or of its class while none does. */
  public static synchronized String nextNumber() {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return "%08d%d".formatted(sum.getValue() % NUMBERS, MADE.incrementAndGet());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    begin(context.getUniqueId());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin(context.getUniqueId());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    begin(context.getParent().orElseThrow().getUniqueId() + "/after");
  }

  private static synchronized void begin(String uniqueId) {
    String test = ROOM.matcher(uniqueId).replaceAll("$1");
    if (!test.equals(name)) {
      name = test;
      MADE.set(0);
    }
  }
}
