package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.ingestion.correction.Corrections;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Decision;
import io.touchstone.ingestion.review.PrivacyReviewDesk.ReviewItem;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Selected;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the privacy officer finds, and what becomes of it. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyReviewTest extends IntegrationTest {

  private static final String MISSED = "Quillfeather";

  @Autowired private BeanFactory beans;
  @Autowired private PrivacyReviewDesk desk;
  @Autowired private PrivacyReviews reviews;
  @Autowired private Corrections corrections;
  @Autowired private JdbcClient database;

  private Road road(String... texts) {
    return Road.of(beans, Options.standard()).officerAway().receive(texts).untilItRests();
  }

  private List<String> texts(Road road) {
    return strings("select text from touchstone.item where batch_id = ? order by text", road);
  }

  private List<String> strings(String sql, Road road) {
    return database.sql(sql).param(road.batchId()).query(String.class).list();
  }

  private List<String> manifest(Road road) {
    return strings(
        """
        select row_number || ' ' || findings || ' ' || corrected
        from touchstone.manifest_entry where batch_id = ? order by row_number
        """,
        road);
  }

  @Test
  void a_miss_is_masked_in_its_item_and_wherever_else_the_same_string_stands() {
    Road road =
        road(
            "Dear " + MISSED + ", mail x@example.org now",
            "nothing here",
            "x@example.org wrote to " + MISSED + " and " + MISSED,
            MISSED + "s are birds");
    markOnlyTheFirst(road);
    road.untilItRests();

    assertThat(texts(road))
        .containsExactlyInAnyOrder(
            "Dear [NAME], mail [EMAIL] now",
            "nothing here",
            "[EMAIL] wrote to [NAME] and [NAME]",
            MISSED + "s are birds");
    assertThat(manifest(road))
        .containsExactly(
            "1 {\"NAME\": 1, \"EMAIL\": 1} 1",
            "2 {} 0",
            "3 {\"NAME\": 2, \"EMAIL\": 1} 2",
            "4 {} 0");
    assertThat(
            strings(
                "select offset_map::text from touchstone.item where batch_id = ? order by text",
                road))
        .contains(
            "[[5, 17, 5, 11], [24, 37, 18, 25]]",
            "[[0, 13, 0, 7], [23, 35, 17, 23], [40, 52, 28, 34]]");
    assertThat(
            strings(
                """
                select seen || ' ' || found_again from touchstone.privacy_correction
                where batch_id = ? order by seen
                """,
                road))
        .containsExactly("0 2", "1 0");
  }

  /** The item whose text comes first; in the other one the officer overlooks it. */
  private void markOnlyTheFirst(Road road) {
    String task = road.privacyReview().orElseThrow().id();
    for (ReviewItem item : road.sample().items()) {
      int at = item.text().startsWith("Dear") ? 5 : -1;
      desk.decide(
          task,
          item.id(),
          at < 0 ? Decision.CLEAN : Decision.MISSED,
          at < 0 ? List.of() : List.of(new Selected(at, at + MISSED.length(), MISSED, "NAME")),
          road.person("pia"));
    }
    desk.submit(task, road.person("pia"));
  }

  @Test
  void a_corrected_item_stays_a_miss_and_the_gate_holds() {
    Road road = road("Dear " + MISSED, "red thing", "blue thing");
    road.reviewed(MISSED).untilItRests();

    assertThat(road.lastDecision().rule()).isEqualTo("too-many-leaks");
    assertThat(road.lastDecision().because())
        .startsWith("In 1 of all 3 items de-identification had missed something");
    assertThat(road.lastDecision().inputs())
        .containsEntry("missedItems", 1)
        .containsEntry("leakUpperBound", 1.0 / 3 / 0.8);
    assertThat(texts(road)).doesNotContain("Dear " + MISSED).contains("Dear [NAME]");
  }

  @Test
  void the_missed_string_stands_in_no_log_event_variable_or_decision(CapturedOutput output) {
    Road road = road("Dear " + MISSED, "red thing");
    road.reviewed(MISSED).untilItRests();

    assertThat(texts(road)).noneMatch(text -> text.contains(MISSED));
    assertThat(output.getAll()).contains("privacy_misses_masked").doesNotContain(MISSED);
    for (String place :
        List.of(
            "touchstone.audit_event",
            "touchstone.audit_reason",
            "touchstone.privacy_decision",
            "touchstone.privacy_correction",
            "touchstone.manifest_entry",
            "touchstone.gate_decision",
            "touchstone.item",
            "act_hi_varinst",
            "act_hi_detail",
            "act_ru_variable",
            "act_hi_op_log",
            "act_hi_comment",
            "act_hi_taskinst")) {
      assertThat(
              database
                  .sql(
                      "select count(*) from "
                          + place
                          + " x where x::text like '%Dear "
                          + MISSED
                          + "%'")
                  .query(Long.class)
                  .single())
          .as(place)
          .isZero();
    }
  }

  @Test
  void events_say_who_reviewed_how_much_and_what_was_masked() {
    Road road = road("Dear " + MISSED, "red thing");
    road.reviewed(MISSED).untilItRests();

    assertThat(
            database
                .sql(
                    """
                    select actor || ' ' || action || ' ' || details from touchstone.audit_event
                    where action like 'privacy%' and object = ? order by seq
                    """)
                .param("batch:" + road.batchId())
                .query(String.class)
                .list())
        .containsExactly(
            "system privacy_sample_drawn {\"drawn\": 2, \"round\": 1, \"population\": 2}",
            road.person("pia").id()
                + " privacy_review_submitted {\"round\": 1, \"missed\": 1, \"planted\": 0,"
                + " \"reviewed\": 2, \"riskMissed\": 0, \"plantedSeen\": 0, \"riskReviewed\": 0}",
            "system privacy_misses_masked {\"items\": 1, \"masks\": 1, \"round\": 1, \"missed\":"
                + " 1}");
  }

  @Test
  void a_step_that_a_crash_repeats_changes_nothing_more() {
    Road road = road("Dear " + MISSED, "red thing");
    List<ReviewItem> before = road.sample().items();

    reviews.draw(road.batchId());
    assertThat(road.sample().items()).isEqualTo(before);

    road.reviewed(MISSED);
    corrections.maskMissed(road.batchId());
    List<String> once = texts(road);
    corrections.maskMissed(road.batchId());
    assertThat(texts(road)).isEqualTo(once).contains("Dear [NAME]");
    assertThat(manifest(road)).containsExactly("1 {\"NAME\": 1} 1", "2 {} 0");
    assertThat(reviews.draw(road.batchId())).isEqualTo(reviews.figures(road.batchId()));
  }

  @Test
  void decisions_are_kept_as_they_are_made_and_the_latest_counts() {
    Road road = road("Dear " + MISSED, "red thing");
    String task = road.privacyReview().orElseThrow().id();
    String first = road.sample().items().get(0).id();

    desk.decide(task, first, Decision.CLEAN, List.of(), road.person("pia"));
    desk.decide(task, first, Decision.UNDECIDED, List.of(), road.person("pia"));
    assertThat(road.sample().items().get(0).decision()).isEqualTo("undecided");
    desk.decide(task, first, Decision.CLEAN, List.of(), road.person("pia"));
    assertThat(road.sample().items().get(0).decision()).isEqualTo("clean");

    assertThatThrownBy(() -> desk.submit(task, road.person("pia")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "1 of 2 items are not decided yet. Say of each whether it is clean, then submit.");
    assertThatThrownBy(
            () ->
                database.sql("update touchstone.privacy_decision set decision = 'clean'").update())
        .rootCause()
        .hasMessageContaining("permission denied for table ");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 99, Quillfeather, NAME, span-outside",
    "-1, 4, Dear, NAME, span-outside",
    "9, 5, Quillfeather, NAME, span-backwards",
    "5, 5, '', NAME, span-backwards",
    "6, 18, Quillfeather, NAME, span-text-differs",
    "5, 17, Quillfeather, PLANET, unknown-type",
    "17, 18, ' ', NAME, span-blank",
    "13, 22, 'ther [EMA', NAME, span-touches-mask"
  })
  void a_selection_that_does_not_fit_the_text_is_refused(
      int start, int end, String text, String type, String refused) {
    Road road = road("Dear " + MISSED + " x@example.org");
    String task = road.privacyReview().orElseThrow().id();
    String item = road.sample().items().get(0).id();

    assertThatThrownBy(
            () ->
                desk.decide(
                    task,
                    item,
                    Decision.MISSED,
                    List.of(new Selected(start, end, text, type)),
                    road.person("pia")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(refused);
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.getMessage()).endsWith(".").doesNotContain("Quill");
            });
  }

  @Test
  void places_are_counted_in_code_points() {
    Road road = road("🦊🦊 " + MISSED + " 🦊");
    String task = road.privacyReview().orElseThrow().id();
    String item = road.sample().items().get(0).id();

    desk.decide(
        task,
        item,
        Decision.MISSED,
        List.of(new Selected(3, 3 + MISSED.length(), MISSED, "NAME")),
        road.person("pia"));
    desk.submit(task, road.person("pia"));
    road.untilItRests();

    assertThat(texts(road)).containsExactly("🦊🦊 [NAME] 🦊");
  }

  @Test
  void masks_are_shown_with_their_kind_and_place() {
    Road road = road("🦊 mail x@example.org now");

    assertThat(road.sample().items().get(0).text()).isEqualTo("🦊 mail [EMAIL] now");
    assertThat(road.sample().items().get(0).marks())
        .containsExactly(new PrivacyReviewDesk.Mark(7, 14, "EMAIL"));
  }

  @Test
  void a_submitted_review_takes_no_more_decisions() {
    Road road = road("red thing");
    String task = road.privacyReview().orElseThrow().id();
    String item = road.sample().items().get(0).id();
    road.everyTextIsClean();

    assertThatThrownBy(() -> desk.decide(task, item, Decision.CLEAN, List.of(), road.person("pia")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("task-gone"));
  }

  @Test
  void a_second_pass_reaches_an_item_behind_the_first_page() {
    String[] texts =
        IntStream.rangeClosed(1, 2_100)
            .mapToObj(i -> i % 1_050 == 0 ? "Dear " + MISSED + " of row " + i : "thing " + i)
            .toArray(String[]::new);
    Road road = road(texts);
    String drawn = road.sample().items().get(0).text();
    road.reviewed(drawn.split(" ")[1]).untilItRests();

    assertThat(texts(road))
        .noneMatch(text -> text.matches(".*\\b" + drawn.split(" ")[1] + "\\b.*"));
  }

  @Test
  void what_was_missed_becomes_a_rule_whose_words_only_the_officer_sees() {
    Road road =
        road(
            "parcel of quillfeather, QX-40123",
            "parcel QX-40999 is late",
            "parcel RY-40999 is late",
            "all is well");
    String task = road.privacyReview().orElseThrow().id();
    for (ReviewItem item : road.sample().items()) {
      int at = item.text().indexOf("QX-");
      List<Selected> spans = new ArrayList<>();
      if (item.text().contains("quillfeather")) {
        spans.add(new Selected(10, 22, "quillfeather", "NAME"));
      }
      if (at >= 0) {
        spans.add(new Selected(at, at + 8, item.text().substring(at, at + 8), "OTHER"));
      }
      desk.decide(
          task,
          item.id(),
          spans.isEmpty() ? Decision.CLEAN : Decision.MISSED,
          spans,
          road.person("pia"));
    }
    PrivacyReviewDesk.Rules shown = desk.rules(task, road.person("pia"));
    desk.submit(task, road.person("pia"));
    road.untilItRests();

    assertThat(shown.lookedAt()).isEqualTo(4);
    assertThat(shown.rules())
        .extracting(rule -> rule.pattern().orElse(""))
        .containsExactly("QX-[0-9]{5}", "");
    assertThat(shown.rules().get(0).items()).isEqualTo(2);
    assertThat(shown.rules().get(1).lines()).containsExactly("[NAME] quillfeather");
    assertThat(
            strings(
                """
                select type || ' ' || coalesce(pattern, '-') || ' ' || strings || ' ' || items
                  || ' of ' || population
                from touchstone.rule_suggestion where batch_id = ? order by number
                """,
                road))
        .containsExactly("OTHER QX-[0-9]{5} 2 2 of 4", "NAME - 1 1 of 4");
    assertThat(strings("select s::text from touchstone.rule_suggestion s where batch_id = ?", road))
        .noneMatch(row -> row.contains("quillfeather") || row.contains("40123"));
  }
}
