package io.touchstone.health.metric;

import io.touchstone.statistics.StudentT;
import java.util.List;

/** Judgements per person-hour of active time. */
final class Pace {

  private static final double HOUR = 3_600;

  private Pace() {}

  /**
   * What one person did on one day; who it was is not kept.
   *
   * @param seconds of active time
   */
  record PersonDay(long judgements, double seconds) {}

  /**
   * The ratio of sums with the 95 % interval of a ratio estimator whose sampling unit is one day of
   * one person (Cochran 1977, "Sampling Techniques", 6.4, linearised, Student's t with one degree
   * of freedom less than days). A Poisson interval would take every judgement for an independent
   * draw and be far too narrow: people differ, and so do their days.
   */
  static Measure of(List<PersonDay> days) {
    if (days.isEmpty()) {
      return Measure.undefined("no-judgements");
    }
    double judgements = days.stream().mapToLong(PersonDay::judgements).sum();
    double hours = days.stream().mapToDouble(PersonDay::seconds).sum() / HOUR;
    if (hours <= 0) {
      return Measure.undefined("no-active-time");
    }
    double rate = judgements / hours;
    int n = days.size();
    if (n < 2) {
      return Measure.bare(rate);
    }
    double squares =
        days.stream()
            .mapToDouble(day -> day.judgements() - rate * day.seconds() / HOUR)
            .map(residual -> residual * residual)
            .sum();
    double half = StudentT.quantile975(n - 1) * Math.sqrt(squares * n / (n - 1.0)) / hours;
    return Measure.of(rate, Math.max(0, rate - half), rate + half);
  }
}
