package io.touchstone.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** How long a task takes once the JVM has compiled it. */
public final class Stopwatch {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Stopwatch() {}

  /**
   * Seconds of one run.
   *
   * @param wall by the clock on the wall
   * @param processors by all threads together, the collector's and the compiler's included
   */
  public record Time(double wall, double processors) {}

  /**
   * The run in the middle, by the processors' time, of several.
   *
   * @param before runs that do not count
   * @param counted runs that do, at least 1
   */
  public static Time median(int before, int counted, Callable<?> task) throws Exception {
    for (int run = 0; run < before; run++) {
      task.call();
    }
    List<Time> times = new ArrayList<>();
    for (int run = 0; run < counted; run++) {
      times.add(once(task));
    }
    times.sort(Comparator.comparingDouble(Time::processors));
    return times.get(times.size() / 2);
  }

  /** One run, cold if it is the first. */
  public static Time once(Callable<?> task) throws Exception {
    long wall = System.nanoTime();
    long processors = SYSTEM.getProcessCpuTime();
    Object result = task.call();
    Time time =
        new Time((System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - processors) / 1e9);
    if (result == null) {
      throw new IllegalStateException(
          "What is measured must bring a result, or it may be left out.");
    }
    return time;
  }
}
