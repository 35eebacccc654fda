package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.classes.ClassSet;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.platform.security.Role;
import io.touchstone.project.ProjectSettingsBuilder;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Items get several classes, points of a scale, or no answer, and are adjudicated, in Tasklist with
 * the keyboard alone.
 */
class KindsBrowserTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String AUDIT = "/camunda/app/cockpit/default/#/audit";
  private static final String PAGE = "touchstone-batches";
  private static final String TOAST = "touchstone-toast";

  @Autowired private JdbcClient database;

  @Override
  void at(String userId, Consumer<Seat> work) {
    super.at(
        userId,
        seat -> {
          work.accept(seat);
          assertThat(seat.complaints()).isEmpty();
        });
  }

  @Test
  void three_things_get_their_colours_and_the_disputed_one_is_adjudicated() {
    Road road = unhurried(ProjectSettingsBuilder.ofSeveralClasses("road-77001"), "Which colours?");
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    String rex = withPassword(road, "rex", Role.REVIEWER);
    road.annotators("vera")
        .reviewers("rex")
        .receive("red and blue thing", "blue thing", "plain thing")
        .untilItRests();
    road.answers(
        "ben", text -> new ClassSet(text.startsWith("plain") ? List.of() : List.of("blue")));

    at(vera, seat -> label(seat, road));
    road.untilItRests();
    assertThat(judged(road, vera)).containsExactlyInAnyOrder("{blue,red}", "{blue}", "{}");

    at(rex, seat -> adjudicate(seat, road));
    road.untilItRests();
    assertThat(judged(road, rex)).containsExactly("{blue,red}");

    road.answers(
            "rex", text -> new ClassSet(text.startsWith("plain") ? List.of() : List.of("blue")))
        .untilItRests();
    String alma = knowing(road, withPassword(road, "alma", Role.AUDITOR));
    try (Seat seat = new Seat(chromium, port)) {
      readRows(seat, alma, road);
    }
  }

  private void readRows(Seat seat, String userId, Road road) {
    seat.page().navigate("http://localhost:" + port + AUDIT + "/batch/" + road.batchId());
    seat.fillLogin(userId);
    seat.sees("touchstone-audit #rows", "blue, red").sees("touchstone-audit #rows", "2 answers");
    seat.sees("touchstone-audit #rows", "No class applies");
    seat.page().locator("touchstone-audit #rows").scrollIntoViewIfNeeded();
    seat.photograph(Path.of("target", "several-audit.png"));
  }

  private static void label(Seat vera, Road road) {
    vera.open("Label items", road.batchId());
    for (int item = 1; item <= 3; item++) {
      vera.sees(WORKBENCH, "Item " + item + " of 3").read(5);
      String text = vera.itemText(WORKBENCH);
      if (text.startsWith("plain")) {
        vera.press("Enter").sees(WORKBENCH, "No class is chosen yet. Press 0 if none applies.");
        vera.press("0");
      } else {
        vera.press(text.startsWith("red") ? new String[] {"1", "2"} : new String[] {"1", "2", "1"});
        assertThat(vera.barriers(WORKBENCH)).isEmpty();
        vera.photograph(Path.of("target", "several-" + item + ".png"));
        vera.press("Enter");
      }
    }
    vera.sees(WORKBENCH, "All 3 items are done").press("Control+Enter");
    vera.sees(TOAST, "3 items submitted. Thank you.");
  }

  private static void adjudicate(Seat rex, Road road) {
    rex.open("Adjudicate items", road.batchId()).sees(WORKBENCH, "Classes given:");
    assertThat(rex.barriers(WORKBENCH)).isEmpty();
    rex.photograph(Path.of("target", "several-review.png"));
    rex.read(5).press("1", "2", "Enter").sees(WORKBENCH, "The item is done").press("Control+Enter");
    rex.sees(TOAST, "1 item submitted. Here is the next package.");
  }

  /** The classes that somebody gave, item by item. */
  private List<String> judged(Road road, String userId) {
    return database
        .sql(
            """
            select a.labels::text
            from touchstone.judgement j join touchstone.judgement_answer a on a.judgement_id = j.id
            where j.batch_id = ? and j.annotator_id = ?
            """)
        .param(road.batchId())
        .param(userId)
        .query(String.class)
        .list();
  }

  @Test
  void three_messages_get_their_points_and_the_disputed_one_is_adjudicated() {
    Road road = unhurried(ProjectSettingsBuilder.ofScale("road-77002"), "How urgent?");
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    String rex = withPassword(road, "rex", Role.REVIEWER);
    road.annotators("vera")
        .reviewers("rex")
        .receive("It is a 4", "It is a 1", "It is a 5")
        .untilItRests();
    road.answers("ben", text -> new ScalePoint(text.endsWith("4") ? 2 : point(text)));

    at(vera, seat -> rate(seat, road));
    road.untilItRests();
    assertThat(categories(road, vera)).containsExactlyInAnyOrder("4", "1", "5");

    at(rex, seat -> adjudicatePoints(seat, road));
    road.untilItRests();
    assertThat(categories(road, rex)).containsExactly("3");
  }

  private static int point(String text) {
    return Integer.parseInt(text.substring(text.length() - 1));
  }

  private static void rate(Seat vera, Road road) {
    vera.open("Label items", road.batchId());
    for (int item = 1; item <= 3; item++) {
      vera.sees(WORKBENCH, "Item " + item + " of 3").read(5);
      assertThat(vera.barriers(WORKBENCH)).isEmpty();
      vera.photograph(Path.of("target", "scale-" + item + ".png"));
      vera.press(String.valueOf(point(vera.itemText(WORKBENCH))));
    }
    vera.sees(WORKBENCH, "All 3 items").press("Control+Enter");
    vera.sees(TOAST, "3 points submitted. Thank you.");
  }

  private static void adjudicatePoints(Seat rex, Road road) {
    rex.open("Adjudicate items", road.batchId()).sees(WORKBENCH, "Points given:");
    assertThat(rex.barriers(WORKBENCH)).isEmpty();
    rex.photograph(Path.of("target", "scale-review.png"));
    rex.read(5).press("3").sees(WORKBENCH, "The item").press("Control+Enter");
    rex.sees(TOAST, "1 point submitted. Here is the next package.");
  }

  /** The points that somebody gave, item by item. */
  private List<String> categories(Road road, String userId) {
    return database
        .sql(
            """
            select a.category
            from touchstone.judgement j join touchstone.judgement_answer a on a.judgement_id = j.id
            where j.batch_id = ? and j.annotator_id = ?
            """)
        .param(road.batchId())
        .param(userId)
        .query(String.class)
        .list();
  }

  @Test
  void what_somebody_could_not_tell_a_reviewer_reads_and_decides() {
    Road road = unhurried(ProjectSettingsBuilder.ofClasses("road-77101"), "Which colour?");
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    String rex = withPassword(road, "rex", Role.REVIEWER);
    road.annotators("vera").reviewers("rex").receive("red thing", "blurred thing").untilItRests();
    road.answers("ben", text -> new ClassLabel("red"));

    at(vera, seat -> labelOrNot(seat, road));
    road.untilItRests();
    assertThat(saidBy(road, vera))
        .containsExactlyInAnyOrder(
            "{\"label\": \"red\"}", "{\"abstained\": \"cannot-tell\"} Too dark to see");

    at(rex, seat -> adjudicateNone(seat, road));
    road.untilItRests();
    assertThat(saidBy(road, rex))
        .as("the blind sample is reviewed by rex as well")
        .contains("{\"abstained\": \"wrong-item\"} Cannot be read");

    at(withPassword(road, "dora", Role.DATA_MANAGER), seat -> readQuality(seat, road));
  }

  private static void readQuality(Seat dora, Road road) {
    dora.go("/quality/" + road.batchId(), PAGE)
        .sees(PAGE, "1 judgement of 4 gives no answer: 1 could not tell")
        .sees(PAGE + " .heat-map", "no answer");
    dora.page().locator(PAGE + " .abstained").scrollIntoViewIfNeeded();
    dora.photograph(Path.of("target", "no-answer-quality.png"));
    assertThat(dora.barriers(PAGE)).isEmpty();
  }

  private static void labelOrNot(Seat vera, Road road) {
    vera.open("Label items", road.batchId());
    for (int item = 1; item <= 2; item++) {
      vera.sees(WORKBENCH, "Item " + item + " of 2").read(5);
      if (vera.itemText(WORKBENCH).startsWith("red")) {
        vera.press("1");
      } else {
        vera.press("-").sees(WORKBENCH, "Give no answer to this item?");
        assertThat(vera.barriers(WORKBENCH)).isEmpty();
        vera.photograph(Path.of("target", "no-answer.png"));
        vera.press("Tab").type("Too dark to see").press("Enter");
      }
    }
    vera.sees(WORKBENCH, "All 2 items are labelled").press("k").read(1);
    vera.photograph(Path.of("target", "no-answer-given.png"));
    vera.press("Control+Enter").sees(TOAST, "2 labels submitted. Thank you.");
  }

  private static void adjudicateNone(Seat rex, Road road) {
    rex.open("Adjudicate items", road.batchId())
        .sees(WORKBENCH, "One person could not tell:")
        .sees(WORKBENCH, "Too dark to see")
        .sees(WORKBENCH, "Labels given:");
    assertThat(rex.barriers(WORKBENCH)).isEmpty();
    rex.photograph(Path.of("target", "no-answer-review.png"));
    rex.read(5).press("-", "ArrowDown").sees(WORKBENCH, "Cannot be read");
    rex.press("Tab", "Tab", "Enter", "Enter").sees(WORKBENCH, "The item is labelled");
    rex.press("Control+Enter").sees(TOAST, "1 label submitted.");
  }

  @Test
  void in_a_text_with_spans_no_answer_is_another_thing_than_nothing_to_mark() {
    Road road = unhurried(ProjectSettingsBuilder.ofSpans("road-77102", false), "Which drugs?");
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    road.annotators("vera").receive("nothing in it", "scrawled").untilItRests();
    road.answers("ben", text -> new SpanSet(List.of()));

    at(
        vera,
        seat -> {
          seat.open("Label items", road.batchId());
          for (int item = 1; item <= 2; item++) {
            seat.sees(WORKBENCH, "Item " + item + " of 2").read(5);
            if (seat.itemText(WORKBENCH).startsWith("nothing")) {
              seat.press("0");
            } else {
              seat.press("-", "Tab").type("A scrawl").press("Enter");
            }
          }
          seat.sees(WORKBENCH, "All 2 items").press("Control+Enter");
          seat.sees(TOAST, "2 items submitted.");
        });
    road.untilItRests();

    assertThat(saidBy(road, vera))
        .containsExactlyInAnyOrder("{\"spans\": []}", "{\"abstained\": \"cannot-tell\"} A scrawl");
  }

  /** Answers of a person with their reasons. */
  private List<String> saidBy(Road road, String userId) {
    return database
        .sql(
            """
            select concat_ws(' ', a.answer, n.note)
            from touchstone.judgement j
            join touchstone.judgement_answer a on a.judgement_id = j.id
            left join touchstone.judgement_note n on n.judgement_id = j.id
            where j.batch_id = ? and j.annotator_id = ?
            """)
        .param(road.batchId())
        .param(userId)
        .query(String.class)
        .list();
  }
}
