package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjudicationRoutingTest {

  private final TablesOnDisk tables = new TablesOnDisk();
  private final QualityTables routing = new QualityTables(tables);

  @ParameterizedTest
  @CsvSource({
    "aaa, 3, true, unanimous",
    "a, 1, true, unanimous",
    "aaab, 4, true, clear-majority",
    "aaaab, 5, true, clear-majority",
    "aaaaaabc, 3, true, clear-majority",
    "aab, 3, false, dissent",
    "aaabb, 5, false, dissent",
    "abc, 3, false, tie",
    "ab, 2, false, tie",
    "aabb, 4, false, tie",
    "aa, 3, false, incomplete",
    "'', 3, false, no-judgement"
  })
  void the_judgements_on_an_item_decide_where_it_goes(
      String labels, int annotatorsPerItem, boolean accepted, String rule) {
    Votes votes = Votes.of(labels.isEmpty() ? List.of() : List.of(labels.split("")));

    Route route = routing.route(votes.routingCase(annotatorsPerItem));

    assertThat(route.accepted()).isEqualTo(accepted);
    assertThat(route.rule()).isEqualTo(rule);
    assertThat(route.because()).endsWith(".");
  }

  @Test
  void undefined_input_is_adjudicated_by_the_first_row() {
    Map<String, Object> inputs = new HashMap<>();
    for (String input :
        List.of("votes", "topVotes", "distinctLabels", "tie", "annotatorsPerItem")) {
      inputs.put(input, null);
    }

    assertThat(tables.evaluate("adjudication-routing", inputs))
        .containsEntry("route", "adjudicate")
        .containsEntry("rule", "no-judgement");
  }

  @Test
  void what_no_row_foresees_is_adjudicated_by_the_last_row() {
    Map<String, Object> inputs = new HashMap<>(Votes.of(List.of("a", "b")).routingCase(2).inputs());
    inputs.put("tie", null);
    inputs.put("topVotes", null);

    assertThat(tables.evaluate("adjudication-routing", inputs))
        .containsEntry("route", "adjudicate");
  }

  @Test
  void the_table_is_asked_once_per_distinct_case() {
    for (int item = 0; item < 100; item++) {
      routing.route(Votes.of(List.of("a", "a", "b")).routingCase(3));
      routing.route(Votes.of(List.of("c", "b", "c")).routingCase(3));
    }

    assertThat(tables.evaluations()).isEqualTo(1);
  }

  @Test
  void a_table_that_accepts_a_tie_is_refused_with_what_to_do() {
    QualityTables changed =
        new QualityTables(
            (table, inputs) -> Map.of("route", "accept", "rule", "ALL", "because", "All."));

    assertThatThrownBy(() -> changed.route(Votes.of(List.of("a", "b")).routingCase(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("accepts items without a majority label")
        .hasMessageContaining("retry");
  }

  @Test
  void a_table_with_an_unknown_route_is_refused_with_what_to_do() {
    QualityTables changed =
        new QualityTables(
            (table, inputs) -> Map.of("route", "maybe", "rule", "X", "because", "X."));

    assertThatThrownBy(() -> changed.route(Votes.of(List.of("a")).routingCase(1)))
        .hasMessageContaining("accept or adjudicate");
  }
}
