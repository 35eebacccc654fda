package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.engine.process.TableVersion;
import io.touchstone.platform.engine.process.TableVersion.Column;
import io.touchstone.platform.engine.process.TableVersion.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figure that a held batch shows first, and its limit as the gate's own row has it. */
class DecidingFigureTest {

  private static final DecidingFigure.Choice OPEN = new DecidingFigure.Choice("", "", "value");

  private static TableVersion table(String... conditions) {
    return new TableVersion(
        "gate:1",
        "gate",
        "Gate",
        "",
        1,
        Optional.empty(),
        Instant.EPOCH,
        "",
        "FIRST",
        List.of(
            new Column("Share rejected", "rejectedShare"),
            new Column("Leaking at most", "leakUpperBound"),
            new Column("", "leakLimit")),
        List.of(new Column("Rule", "rule")),
        List.of(new Rule(List.of(conditions), List.of("\"held\"", "\"it-fired\""), "")));
  }

  private static GateDecision decision(Map<String, Object> inputs) {
    return new GateDecision(
        1,
        "b-1",
        Stage.INGESTION,
        "gate",
        1,
        "gate:1",
        inputs,
        "held",
        "it-fired",
        "",
        Instant.EPOCH);
  }

  @Test
  void a_threshold_that_the_owner_changed_in_the_gate_is_the_limit_that_is_shown() {
    DecidingFigure found =
        DecidingFigure.of(
                table("> 0.10", "", ""),
                decision(Map.of("rejectedShare", 0.2)),
                new DecidingFigure.Choice("rejectedShare", "", "share"))
            .orElseThrow();

    assertThat(found)
        .isEqualTo(new DecidingFigure("Share rejected", "share", 0.2, Optional.of(0.10), true));
  }

  @Test
  void a_limit_of_the_project_is_read_from_what_the_gate_saw() {
    DecidingFigure found =
        DecidingFigure.of(
                table("", "> leakLimit", ""),
                decision(Map.of("leakUpperBound", 0.08, "leakLimit", 0.05)),
                OPEN)
            .orElseThrow();

    assertThat(found)
        .isEqualTo(new DecidingFigure("Leaking at most", "value", 0.08, Optional.of(0.05), true));
  }

  @Test
  void what_must_be_at_least_the_limit_says_so() {
    DecidingFigure found =
        DecidingFigure.of(table("", "< 0.60", ""), decision(Map.of("leakUpperBound", 0.4)), OPEN)
            .orElseThrow();

    assertThat(found.limit()).contains(0.60);
    assertThat(found.atMost()).isFalse();
  }

  @Test
  void a_rule_that_looks_at_no_number_has_no_deciding_figure() {
    assertThat(DecidingFigure.of(table("true", "null", ""), decision(Map.of()), OPEN)).isEmpty();
  }

  @Test
  void a_limit_that_the_page_names_is_an_input_and_its_side_is_seen_from_the_figure() {
    DecidingFigure found =
        DecidingFigure.of(
                table("", "", ""),
                decision(Map.of("rejectedShare", 40, "leakLimit", 80)),
                new DecidingFigure.Choice("rejectedShare", "leakLimit", "count"))
            .orElseThrow();

    assertThat(found)
        .isEqualTo(new DecidingFigure("Share rejected", "count", 40, Optional.of(80.0), false));
  }
}
