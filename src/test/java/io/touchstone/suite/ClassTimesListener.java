package io.touchstone.suite;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down how much processor time this JVM spent while each test class ran: the sum over its
 * tests, nested ones included. Minutes on the clock would double with whatever else the machine
 * does. The start of the application that a JVM's first test waits for is nobody's time and left
 * out.
 *
 * <p>Only where the build says by {@code class-times} which file this JVM's times go to.
 */
public final class ClassTimesListener implements TestExecutionListener {

  private static final String FILE = System.getProperty("class-times", "");
  private static final OperatingSystemMXBean PROCESSOR =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, Long> began = new ConcurrentHashMap<>();
  private final Map<String, Long> nanosByClass = new TreeMap<>();

  static {
    if (!FILE.isEmpty()) {
      write(List.of(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.isTest()) {
      began.put(test.getUniqueId(), PROCESSOR.getProcessCpuTime());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Long from = began.remove(test.getUniqueId());
    if (from != null) {
      String name = outermostClass(test);
      synchronized (nanosByClass) {
        nanosByClass.merge(name, PROCESSOR.getProcessCpuTime() - from, Long::sum);
      }
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (!FILE.isEmpty()) {
      synchronized (nanosByClass) {
        write(
            nanosByClass.entrySet().stream()
                .map(entry -> "%s\t%.3f".formatted(entry.getKey(), entry.getValue() / 1e9))
                .toList(),
            StandardOpenOption.APPEND);
        nanosByClass.clear();
      }
    }
  }

  private static String outermostClass(TestIdentifier test) {
    String name =
        test.getSource()
            .map(
                source ->
                    source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource type ? type.getClassName() : "")
            .orElse("");
    // An inherited test names the class it is run in, a nested one the class around it.
    return name.replaceAll("[$].*", "");
  }

  private static void write(List<String> lines, StandardOpenOption... options) {
    try {
      Path file = Path.of(FILE);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
