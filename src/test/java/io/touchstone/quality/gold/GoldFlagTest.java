package io.touchstone.quality.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.quality.round.TablesOnDisk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldFlagTest {

  private final TablesOnDisk tables = new TablesOnDisk();
  private final GoldTables flags = new GoldTables(tables);

  /** 8 wrong of 20, 16 of 50 and 28 of 100 are the fewest that pause at a target of 0.80. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, NONE, no-gold",
    "1, 0, NONE, between-looks",
    "19, 5, NONE, between-looks",
    "20, 13, NONE, within-target",
    "20, 12, PAUSE, pause-and-coach",
    "50, 35, NONE, within-target",
    "50, 34, PAUSE, pause-and-coach",
    "100, 73, NONE, within-target",
    "100, 72, PAUSE, pause-and-coach",
    "100, 100, NONE, within-target"
  })
  void the_interval_of_the_gold_score_decides(
      long count, long correct, GoldFlag.Action action, String rule) {
    GoldFlag flag = flags.flag(new GoldScore(count, correct));

    assertThat(flag.action()).isEqualTo(action);
    assertThat(flag.rule()).isEqualTo(rule);
    assertThat(flag.raised()).isEqualTo(action != GoldFlag.Action.NONE);
  }

  @Test
  void undefined_input_flags_nobody() {
    Map<String, Object> inputs = new HashMap<>();
    for (String input : List.of("goldCount", "sinceLook", "wilsonHigh", "cusum", "pausesBefore")) {
      inputs.put(input, null);
    }

    assertThat(tables.evaluate("gold-flag", inputs))
        .containsEntry("action", "none")
        .containsEntry("rule", "no-gold");
  }

  @Test
  void what_no_row_foresees_flags_nobody() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("goldCount", null);
    inputs.put("sinceLook", null);
    inputs.put("wilsonHigh", 0.5);
    inputs.put("cusum", 0.0);
    inputs.put("pausesBefore", null);

    assertThat(tables.evaluate("gold-flag", inputs))
        .containsEntry("action", "none")
        .containsEntry("rule", "no-rule");
  }
}
