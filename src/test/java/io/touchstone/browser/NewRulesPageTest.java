package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.ingestion.rule.ChangedRules;
import io.touchstone.platform.security.Role;
import io.touchstone.project.GoldSink;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see when new rules find something in what older ones have made. */
class NewRulesPageTest extends SeatedTest {

  private static final String HITS = "touchstone-rule-hits";
  private static final String GOLD = "touchstone-masked-gold";
  private static final String TOAST = "touchstone-toast";

  @Test
  void an_officer_gets_the_places_and_a_data_manager_decides_on_masked_gold_by_keyboard() {
    Road road = Road.of(beans, Options.standard().gold(0.25, 2)).annotators("ada", "ben");
    String paula = withPassword(road, "paula", Role.PRIVACY_OFFICER);
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    road.receiveThings(6).untilItRests();
    ChangedRules rules = new ChangedRules(beans, road.project()).removes("thing");
    String search = rules.isRead().orElseThrow();
    road.engine().runJobs(search);
    rules.goldIsRead(
        List.of(
            new GoldSink.GoldLine(1, "gold-1", "Known thing 1", new ClassLabel("blue")),
            new GoldSink.GoldLine(2, "gold-2", "Known thing 2", new ClassLabel("red"))));
    String review = "masked-gold-" + road.project() + "-1";
    road.engine().runJobs(review);

    at(
        paula,
        seat -> {
          seat.open("Review what new rules find", search).sees(HITS, "find 6 places");
          seat.sees(HITS + " tbody th", road.batchId());
          assertThat(seat.page().locator(HITS + " mark").allTextContents())
              .hasSize(6)
              .containsOnly("thing");
          assertThat(seat.barriers(HITS)).isEmpty();
          seat.press("Control+Enter").sees(HITS + " [role=alert]", "Write what is done");
          seat.type("The stage is repeated.").press("Control+Enter").sees(TOAST, "Recorded.");
          assertThat(seat.complaints()).allMatch(complaint -> complaint.contains("422"));
        });
    at(
        dora,
        seat -> {
          seat.open("Decide on masked gold", review).sees(GOLD, "2 known answers newly masked");
          seat.sees(GOLD + " .option >> nth=0", "Known [NAME] 1");
          assertThat(seat.barriers(GOLD)).isEmpty();
          seat.press("Space");
          seat.page().locator(GOLD + " .send").focus();
          seat.press("Enter").sees(TOAST, "Recorded.");
          assertThat(seat.complaints()).isEmpty();
        });
    assertThat(rules.masked(review)).as("all are decided").isEmpty();
  }
}
