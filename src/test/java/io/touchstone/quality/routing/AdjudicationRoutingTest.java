package io.touchstone.quality.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.quality.round.TablesOnDisk;
import io.touchstone.quality.round.Votes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjudicationRoutingTest {

  private final TablesOnDisk tables = new TablesOnDisk();
  private final RoutingTable routing = new RoutingTable(tables);

  @ParameterizedTest
  @CsvSource({
    "aaa, 3, accept, unanimous",
    "a, 1, accept, unanimous",
    "aaab, 4, accept, clear-majority",
    "aaaab, 5, accept, clear-majority",
    "aaaaaabc, 3, accept, clear-majority",
    "aab, 3, review, dissent",
    "aaabb, 5, review, dissent",
    "abc, 3, review, tie",
    "ab, 2, review, tie",
    "aabb, 4, review, tie",
    "aa, 3, review, incomplete",
    "aa~, 3, review, abstained",
    "aaa~, 4, review, abstained",
    "~~~, 3, review, abstained",
    "'', 3, review, no-judgement"
  })
  void where_no_probability_can_be_had_the_votes_on_an_item_decide_where_it_goes(
      String labels, int annotatorsPerItem, String to, String rule) {
    Route route = routing.route(of(labels, RoutingCase.Evidence.NONE, annotatorsPerItem, 9));

    assertThat(route.to().id()).isEqualTo(to);
    assertThat(route.rule()).isEqualTo(rule);
    assertThat(route.because()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "aab, 0.59, 5, true, review, improbable",
    "aab, 0.60, 5, true, extra-label, unsure",
    "aab, 0.89, 4, true, extra-label, unsure",
    "aab, 0.89, 3, true, review, still-unsure",
    "aab, 0.89, 5, false, review, still-unsure",
    "aab, 0.90, 5, true, accept, sure",
    "aaa, 0.89, 4, true, extra-label, unsure",
    "aaa, 0.90, 4, true, accept, unanimous",
    "aaab, 0.89, 4, true, review, still-unsure",
    "aaab, 0.97, 4, true, accept, clear-majority",
    "abc, 0.99, 5, true, review, tie",
    "aa, 0.99, 5, true, review, incomplete"
  })
  void the_probability_of_the_majority_decides_where_there_is_one(
      String labels, BigDecimal posterior, int most, boolean othersLeft, String to, String rule) {
    RoutingCase.Evidence evidence =
        new RoutingCase.Evidence(0, false, Optional.of(posterior), othersLeft);

    Route route = routing.route(of(labels, evidence, 3, most));

    assertThat(route.to().id() + " " + route.rule()).isEqualTo(to + " " + rule);
  }

  @ParameterizedTest
  @CsvSource({
    "aab, 1, false, review, flagged-dissent",
    "aaa, 1, false, accept, unanimous",
    "aaa, 3, false, review, only-flagged",
    "aab, 3, true, review, only-flagged",
    "aab, 0, true, review, high-risk-dissent",
    "aaab, 0, true, review, high-risk-dissent",
    "aaa, 0, true, accept, unanimous"
  })
  void a_dissent_of_flagged_people_or_about_a_dear_class_is_reviewed_however_probable_it_is(
      String labels, int flaggedVotes, boolean highRisk, String to, String rule) {
    RoutingCase.Evidence evidence =
        new RoutingCase.Evidence(flaggedVotes, highRisk, Optional.of(new BigDecimal("0.95")), true);

    Route route = routing.route(of(labels, evidence, 3, 5));

    assertThat(route.to().id() + " " + route.rule()).isEqualTo(to + " " + rule);
  }

  @Test
  void undefined_input_is_reviewed_by_the_first_row() {
    Map<String, Object> inputs = new HashMap<>();
    of("", RoutingCase.Evidence.NONE, 3, 3)
        .inputs()
        .keySet()
        .forEach(name -> inputs.put(name, null));

    assertThat(tables.evaluate("adjudication-routing", inputs))
        .containsEntry("route", "review")
        .containsEntry("rule", "no-judgement");
  }

  @Test
  void what_no_row_foresees_is_reviewed_by_the_last_row() {
    Map<String, Object> inputs = new HashMap<>(of("ab", RoutingCase.Evidence.NONE, 2, 2).inputs());
    inputs.put("tie", null);
    inputs.put("topVotes", null);

    assertThat(tables.evaluate("adjudication-routing", inputs)).containsEntry("route", "review");
  }

  @Test
  void the_table_is_asked_once_per_distinct_case() {
    for (int item = 0; item < 100; item++) {
      routing.route(of("aab", RoutingCase.Evidence.NONE, 3, 3));
      routing.route(of("cbc", RoutingCase.Evidence.NONE, 3, 3));
    }

    assertThat(tables.evaluations()).isEqualTo(1);
  }

  @Test
  void a_table_that_accepts_a_tie_is_refused_with_what_to_do() {
    RoutingTable changed = answering("accept");

    assertThatThrownBy(() -> changed.route(of("ab", RoutingCase.Evidence.NONE, 2, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("accepts items without a majority label")
        .hasMessageContaining("retry");
  }

  @Test
  void a_table_that_would_ask_for_labels_for_ever_is_refused_with_what_to_do() {
    RoutingTable changed = answering("extra-label");
    RoutingCase.Evidence nobodyLeft = new RoutingCase.Evidence(0, false, Optional.empty(), false);

    assertThatThrownBy(() -> changed.route(of("ab", RoutingCase.Evidence.NONE, 2, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("where the project allows none")
        .hasMessageContaining("retry");
    assertThatThrownBy(() -> changed.route(of("ab", nobodyLeft, 2, 5)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(changed.route(of("ab", RoutingCase.Evidence.NONE, 2, 3)).to())
        .isEqualTo(Route.To.EXTRA_LABEL);
  }

  @Test
  void a_table_with_an_unknown_route_is_refused_with_what_to_do() {
    RoutingTable changed = answering("maybe");

    assertThatThrownBy(() -> changed.route(of("a", RoutingCase.Evidence.NONE, 1, 1)))
        .hasMessageContaining("accept, extra-label or review");
  }

  private static RoutingTable answering(String route) {
    return new RoutingTable(
        (table, inputs) -> Map.of("route", route, "rule", "ALL", "because", "All."));
  }

  /**
   * @param labels one letter per judgement
   */
  private static RoutingCase of(
      String labels, RoutingCase.Evidence evidence, int annotatorsPerItem, int most) {
    Votes votes = Votes.of(labels.isEmpty() ? List.of() : List.of(labels.split("")));
    return new RoutingCase(votes.fall(), evidence, annotatorsPerItem, most);
  }
}
