package io.touchstone.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints one line per figure: name, value, unit, then baseline and ratio where there is one. */
public final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * @param name of the figure, words joined by hyphens
   * @param unit spelt out, "seconds"
   */
  public void figure(String name, double value, String unit) {
    out.println(name + " " + shown(value) + " " + unit);
  }

  /**
   * As {@link #figure(String, double, String)}; the ratio is value over baseline, so that below 1
   * is faster where the unit is a time.
   *
   * @param baseline of the same unit, on the same data, from the same run
   * @param whose where the baseline comes from, "DKPro 2.2.1, Fleiss' kappa alone"
   */
  public void figure(String name, double value, String unit, double baseline, String whose) {
    out.println(
        name
            + " "
            + shown(value)
            + " "
            + unit
            + " baseline "
            + shown(baseline)
            + " ratio "
            + shown(value / baseline)
            + " ("
            + whose
            + ")");
  }

  /** Reports the median of the wall clock as name, and the processors' time as name-cpu. */
  public void time(String name, Stopwatch.Time time) {
    figure(name, time.wall(), "seconds");
    figure(name + "-cpu", time.processors(), "seconds");
  }

  /** As {@link #time(String, Stopwatch.Time)}, both against those of a baseline. */
  public void time(String name, Stopwatch.Time time, Stopwatch.Time baseline, String whose) {
    figure(name, time.wall(), "seconds", baseline.wall(), whose);
    figure(name + "-cpu", time.processors(), "seconds", baseline.processors(), whose);
  }

  /** Three digits that count. */
  private static String shown(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return Double.toString(value);
    }
    int before = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, 3 - before) + "f", value);
  }
}
