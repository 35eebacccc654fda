package io.touchstone.ingestion;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Processor time, which other programs on the machine do not lengthen as they do wall time. */
public final class ThreadTime {

  private ThreadTime() {}

  /** What the calling thread itself spends on the work. */
  public static Duration of(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }
}
