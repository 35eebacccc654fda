package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Decision;
import io.touchstone.ingestion.review.PrivacyReviewDesk.ReviewItem;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Selected;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.statistics.LeakBound;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sheet holds more than its random sample: invented leaks, and items that look risky. */
class PlantedLeaksInReviewTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private PrivacyReviewDesk desk;
  @Autowired private PrivacyReviews reviews;
  @Autowired private BatchIntake intake;
  @Autowired private JdbcClient database;
  @Autowired private ObjectMapper json;

  /**
   * 200 texts, each with an address that is masked; 200 items need 64 looks at four seen of five.
   */
  private Road road() {
    return Road.of(beans, Options.standard())
        .officerAway()
        .receive(
            IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "red thing %03d, mail p%d@example.org now".formatted(i, i))
                .toArray(String[]::new))
        .untilItRests();
  }

  private List<String> strings(String sql, Road road) {
    return database.sql(sql).param(road.batchId()).query(String.class).list();
  }

  /** What the gate of stage 1 saw. */
  private Map<String, Object> seenByTheGate(Road road) {
    return beans.getBean(Batches.class).gateDecisions(road.batchId()).get(0).inputs();
  }

  private long random(Road road) {
    return strings(
            "select id from touchstone.privacy_review_item where batch_id = ? and kind = 'random'",
            road)
        .size();
  }

  @Test
  void a_sheet_holds_copies_with_an_invented_leak_of_items_that_it_does_not_show() {
    Road road = road();
    List<ReviewItem> sheet = road.sample().items();
    Map<String, String> planted = road.planted();

    assertThat(random(road)).isBetween(50L, 70L);
    assertThat(planted).hasSize((int) Math.round(0.05 * random(road)));
    assertThat(sheet).hasSize((int) random(road) + planted.size());
    for (ReviewItem item : sheet) {
      boolean copy = planted.containsKey(item.id());
      assertThat(item.text()).matches("red thing \\d{3}, mail \\S+ now");
      assertThat(item.text().contains("[EMAIL]")).isNotEqualTo(copy);
      assertThat(item.marks()).hasSize(copy ? 0 : 1);
      if (copy) {
        assertThat(item.text()).contains(planted.get(item.id())).contains("@example.");
      }
    }
    Set<String> numbers = new HashSet<>();
    sheet.forEach(item -> numbers.add(item.text().substring(10, 13)));
    assertThat(numbers).as("no item is shown twice").hasSize(sheet.size());
  }

  /**
   * 64 texts: whatever tells copies apart by form or order would be seen in one of a few sheets.
   */
  @Test
  void nothing_but_the_value_itself_tells_a_copy_from_an_item() {
    List<Double> places = new ArrayList<>();
    for (int sheet = 0; sheet < 3; sheet++) {
      Road road = road();
      Map<String, String> planted = road.planted();
      JsonNode shown = json.valueToTree(road.sample());
      Set<String> forms = new HashSet<>();
      int place = 0;
      for (JsonNode item : shown.get("items")) {
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        forms.add(names + " " + item.get("id").asText().length() + item.get("decision"));
        if (planted.containsKey(item.get("id").asText())) {
          places.add((double) place / shown.get("items").size());
        }
        place++;
      }
      assertThat(forms).hasSize(1);
      assertThat(shown.get("population").asInt()).isEqualTo(200);
    }
    assertThat(places.stream().mapToDouble(each -> each).average().orElseThrow())
        .as("nine places on [0, 1): the mean's standard deviation is 0.096")
        .isCloseTo(0.5, within(0.4));
    assertThat(new HashSet<>(places)).hasSizeGreaterThan(3);
  }

  @Test
  void an_invented_leak_changes_no_item_counts_in_no_bound_and_the_officer_is_told_afterwards() {
    Road road = road();
    List<String> before =
        strings("select text from touchstone.item where batch_id = ? order by text", road);
    String task = road.privacyReview().orElseThrow().id();
    Map<String, String> planted = road.planted();
    for (ReviewItem item : road.sample().items()) {
      String plant = planted.get(item.id());
      List<Selected> spans =
          plant == null
              ? List.of()
              : List.of(
                  new Selected(
                      item.text().indexOf(plant),
                      item.text().indexOf(plant) + plant.length(),
                      plant,
                      "EMAIL"));
      desk.decide(
          task,
          item.id(),
          spans.isEmpty() ? Decision.CLEAN : Decision.MISSED,
          spans,
          road.person("pia"));
    }
    SheetOutcome told = desk.submit(task, road.person("pia"));
    road.untilItRests();

    assertThat(told.planted()).isEqualTo(planted.size()).isEqualTo(told.plantedSeen());
    assertThat(strings("select text from touchstone.item where batch_id = ? order by text", road))
        .isEqualTo(before);
    assertThat(
            strings("select item_id from touchstone.privacy_correction where batch_id = ?", road))
        .isEmpty();
    assertThat(reviews.figures(road.batchId()).reviewed()).isEqualTo((int) random(road));
    assertThat(seenByTheGate(road))
        .containsEntry("missedItems", 0)
        .containsEntry("plantedShown", planted.size())
        .containsEntry("reviewerSensitivity", 0.8);
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit");
  }

  @Test
  void who_overlooks_invented_leaks_is_believed_less_and_a_larger_sample_is_drawn() {
    Road road = road();
    int planted = road.planted().size();
    long first = random(road);
    road.reviewed("", 2).untilItRests();

    double sees = 2.0 / planted;
    assertThat(road.privacyReview()).as("more is to be looked at").isPresent();
    assertThat(random(road)).isGreaterThan(first);
    ReviewFigures figures = reviews.figures(road.batchId());
    assertThat(figures.sensitivity()).isEqualTo(new Sensitivity(sees, planted, 2, "few-seen"));
    assertThat(figures.upperBound()).isEqualTo(LeakBound.upperShare(200, (int) first, 0) / sees);
  }

  @Test
  void who_sees_no_invented_leak_shows_nothing_and_the_batch_is_held() {
    Road road = road();
    road.reviewed("", 0).untilItRests();

    assertThat(road.decisions()).containsExactly("gate-ingestion held leaks-overlooked");
    assertThat(road.lastDecision().inputs())
        .containsEntry("leakUpperBound", 1.0)
        .containsEntry("reviewerSensitivity", 0.0);

    road.resolve("repeat", "");
    assertThat(road.decisions()).hasSize(1);
    assertThat(random(road)).as("as many again, in another order").isBetween(100L, 140L);
    road.everyTextIsClean().untilItRests();
    assertThat(road.decisions())
        .as("now six of nine or ten invented leaks are seen in all, and more is looked at")
        .hasSize(1);
    road.everyTextIsClean().untilItRests();
    assertThat(road.decisions().get(1)).isEqualTo("gate-ingestion pass fit");
  }

  @Test
  void a_leak_beside_an_invented_one_is_masked_in_the_item_and_reported_apart() {
    Road road = road();
    String task = road.privacyReview().orElseThrow().id();
    Map<String, String> planted = road.planted();
    String number = "";
    for (ReviewItem item : road.sample().items()) {
      boolean marked = number.isEmpty() && planted.containsKey(item.id());
      if (marked) {
        number = item.text().substring(10, 13);
      }
      desk.decide(
          task,
          item.id(),
          marked ? Decision.MISSED : Decision.CLEAN,
          marked ? List.of(new Selected(10, 13, number, "OTHER")) : List.of(),
          road.person("pia"));
    }
    desk.submit(task, road.person("pia"));
    road.untilItRests();

    assertThat(strings("select text from touchstone.item where batch_id = ?", road))
        .contains("red thing [OTHER], mail [EMAIL] now")
        .noneMatch(text -> text.contains("@"));
    ReviewFigures figures = reviews.figures(road.batchId());
    assertThat(figures.missed()).isZero();
    assertThat(figures.riskMissed()).isEqualTo(1);
  }

  @Test
  void items_that_look_risky_are_shown_and_masked_but_do_not_count_in_the_sample() {
    Road road =
        Road.named(beans, "risky-words", Options.standard())
            .officerAway()
            .receive(
                IntStream.rangeClosed(1, 2_000)
                    .mapToObj(
                        i ->
                            (i == 700 ? "red Zorblaxin knows" : "red thing number")
                                + " %04d".formatted(i))
                    .toArray(String[]::new))
            .untilItRests();
    List<String> kinds =
        database
            .sql(
                """
                select d.kind from touchstone.privacy_review_item d
                join touchstone.item i on i.id = d.item_id
                where i.batch_id = ? and i.text like '%Zorblaxin%'
                """)
            .param(road.batchId())
            .query(String.class)
            .list();
    assertThat(kinds).as("drawn at random it would be one in 27").containsExactly("risk");
    road.reviewed("Zorblaxin").untilItRests();

    assertThat(strings("select text from touchstone.item where batch_id = ?", road))
        .contains("red [NAME] knows 0700");
    assertThat(seenByTheGate(road))
        .containsEntry("missedItems", 0)
        .containsEntry("riskMissedItems", 1);
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit");
  }

  @Test
  void of_several_sources_each_has_its_share_of_the_sample_and_none_has_nothing() {
    Road road = Road.of(beans, Options.standard()).officerAway();
    String batch =
        intake.receive(
            road.project(),
            road.person("mia").id(),
            List.of(source("red", 400), source("blue", 90), source("odd", 2)));
    road.goesOnWith(batch).untilItRests();

    Map<String, Long> drawn =
        road.sample().items().stream()
            .collect(
                Collectors.groupingBy(item -> item.text().split(" ")[0], Collectors.counting()));
    assertThat(drawn.get("red")).isBetween(50L, 65L);
    assertThat(drawn.get("blue")).isBetween(11L, 15L);
    assertThat(drawn.get("odd")).isEqualTo(1);
    road.everyTextIsClean().untilItRests();
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit");
  }

  private static Source source(String word, int rows) {
    String lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(i -> "{\"text\": \"%s thing number %04d\"}\n".formatted(word, i))
            .collect(Collectors.joining());
    return new Source(
        "application/x-ndjson", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_batch_with_surrogates_is_reviewed_like_one_with_tags() {
    Road road = Road.of(beans, Options.standard()).officerAway();
    TestProjects.change(
        beans,
        road.project(),
        """
        {"deidentification": {"types": {}, "otherwise": "SURROGATE", "scope": "ITEM", "deny": [],
          "allow": [], "columns": {}}}
        """);
    road.receive(
            IntStream.rangeClosed(1, 120)
                .mapToObj(i -> "red thing %03d, mail p%d@corp.example now".formatted(i, i))
                .toArray(String[]::new))
        .untilItRests();
    Map<String, String> planted = road.planted();

    assertThat(planted).hasSizeGreaterThanOrEqualTo(2);
    for (ReviewItem item : road.sample().items()) {
      assertThat(item.text()).contains("@example.").doesNotContain("corp.example");
      assertThat(item.marks()).hasSize(planted.containsKey(item.id()) ? 0 : 1);
    }
    road.everyTextIsClean().untilItRests();
    assertThat(seenByTheGate(road))
        .containsEntry("plantedShown", planted.size())
        .containsEntry("missedItems", 0);
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit");
  }
}
