package io.touchstone.quality.gold;

import io.touchstone.statistics.Cusum;
import java.util.ArrayList;
import java.util.List;

/** Follows somebody's answers to gold items one by one and asks the table gold-flag after each. */
final class GoldWatch {

  private final GoldTables tables;
  private final Cusum evidence;

  GoldWatch(GoldTables tables, Cusum evidence) {
    this.tables = tables;
    this.evidence = evidence;
  }

  /**
   * What a look found.
   *
   * @param at the latest answer that it saw
   * @param window all that it saw
   */
  record Finding(GoldAnswer at, GoldWindow window, GoldFlag flag) {}

  /**
   * The looks that these answers give rise to, in their order; the first that raises a flag is the
   * last, since the talk that follows begins a new window.
   *
   * @param window before these answers
   * @param pausesBefore how often the person was paused in the project
   */
  List<Finding> watch(GoldWindow window, List<GoldAnswer> answers, long pausesBefore) {
    List<Finding> findings = new ArrayList<>();
    GoldWindow now = window;
    for (GoldAnswer answer : answers) {
      now = now.next(answer.correct(), evidence);
      GoldFlag flag = tables.flag(now, pausesBefore);
      if (flag.look() || flag.raised()) {
        findings.add(new Finding(answer, now, flag));
        now = now.looked();
      }
      if (flag.raised()) {
        break;
      }
    }
    return findings;
  }
}
