package io.touchstone.bench;

/**
 * One name that {@code src/bench/run} knows. A class that implements this, has a constructor
 * without parameters and lies anywhere below {@code io.touchstone} in {@code src/bench/java} is
 * found by itself; it lies in the package of what it measures where it must see what is not public.
 */
public interface Benchmark {

  /** Name on the command line, words joined by hyphens, "dawid-skene". */
  String name();

  /** What is measured, on how much, in one line. */
  String about();

  /**
   * Makes its own data from a fixed seed, measures, and reports each figure.
   *
   * @throws Exception if something could not be measured: the run then fails
   */
  void run(Report report) throws Exception;
}
