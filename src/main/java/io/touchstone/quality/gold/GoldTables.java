package io.touchstone.quality.gold;

import io.touchstone.quality.round.BatchTables;
import io.touchstone.statistics.Cusum;
import java.util.HashMap;
import java.util.Map;

/** The tables that look at somebody's answers to gold. */
public final class GoldTables {

  public static final String GOLD_FLAG = "gold-flag";
  static final String GOLD_LOOKS = "gold-looks";

  private final BatchTables tables;
  private final Map<FlagCase, GoldFlag> flags = new HashMap<>();

  public GoldTables(BatchTables tables) {
    this.tables = tables;
  }

  private record FlagCase(GoldWindow window, long pausesBefore) {}

  /** As one look at all of somebody's gold. */
  public GoldFlag flag(GoldScore score) {
    return flag(GoldWindow.whole(score), 0);
  }

  /**
   * @param pausesBefore how often the person was paused in the project
   */
  public GoldFlag flag(GoldWindow window, long pausesBefore) {
    return flags.computeIfAbsent(new FlagCase(window, pausesBefore), this::askForFlag);
  }

  private GoldFlag askForFlag(FlagCase asked) {
    Map<String, Object> answer =
        tables.evaluate(GOLD_FLAG, asked.window().inputs(asked.pausesBefore()));
    String action = BatchTables.text(GOLD_FLAG, answer, "action");
    for (GoldFlag.Action known : GoldFlag.Action.values()) {
      if (known.id().equals(action)) {
        return new GoldFlag(
            known,
            Boolean.TRUE.equals(answer.get("look")),
            BatchTables.text(GOLD_FLAG, answer, "rule"),
            BatchTables.text(GOLD_FLAG, answer, "because"));
      }
    }
    throw BatchTables.unusable(GOLD_FLAG, "action", "none, coach or pause");
  }

  /** How the gold of a project is looked at. */
  LookRules looks(String projectKey) {
    Map<String, Object> answer = tables.evaluate(GOLD_LOOKS, Map.of("project", projectKey));
    if (answer.get("good") instanceof Double good
        && answer.get("poor") instanceof Double poor
        && answer.get("reworks") instanceof Number reworks) {
      return new LookRules(new Cusum(good, poor), reworks.intValue());
    }
    throw BatchTables.unusable(GOLD_LOOKS, "good, poor and reworks", "a number in every row");
  }
}
