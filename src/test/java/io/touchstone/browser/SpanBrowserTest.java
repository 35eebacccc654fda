package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.Span;
import io.touchstone.platform.security.Role;
import io.touchstone.project.ProjectSettingsBuilder;
import io.touchstone.road.Road;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spans are marked and adjudicated in Tasklist, with the keyboard alone. */
class SpanBrowserTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String TOAST = "touchstone-toast";

  private static final List<MarkedText> NOTES =
      List.of(
          MarkedText.of("[drug:Ibuprofen] [dose:400 mg] at night 💊"),
          MarkedText.of("[drug:אספירין] [dose:100 מג] בבוקר"),
          MarkedText.of("Slept well, no complaints."));

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
  void three_notes_are_marked_and_the_disputed_one_is_adjudicated() {
    Road road = unhurried(ProjectSettingsBuilder.ofSpans("road-77104", false), "Drugs and doses.");
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    String rex = withPassword(road, "rex", Role.REVIEWER);
    road.annotators("vera")
        .reviewers("rex")
        .receive(NOTES.stream().map(MarkedText::text).toArray(String[]::new))
        .untilItRests();
    road.marks("ben", (person, text) -> text.startsWith("Ibuprofen") ? drugOnly() : truth(text));

    at(vera, seat -> markThreeNotes(seat, road));
    road.untilItRests();
    assertThat(judgements(road, vera))
        .containsExactlyInAnyOrder(
            "0-9 drug Ibuprofen; 10-16 dose 400 mg", "0-7 drug אספירין; 8-14 dose 100 מג", "");

    at(rex, seat -> adjudicate(seat, road));
    road.untilItRests();
    assertThat(judgements(road, rex)).containsExactly("0-9 drug Ibuprofen; 10-13 dose 400");
  }

  private static List<Span> truth(String text) {
    return NOTES.stream()
        .filter(note -> note.text().equals(text))
        .findFirst()
        .orElseThrow()
        .spans();
  }

  private static List<Span> drugOnly() {
    return NOTES.get(0).spans().subList(0, 1);
  }

  private static void markThreeNotes(Seat vera, Road road) {
    vera.open("Label items", road.batchId());
    for (int item = 1; item <= 3; item++) {
      vera.sees(WORKBENCH, "Item " + item + " of 3").read(5);
      String text = vera.itemText(WORKBENCH);
      String onwards = text.startsWith("א") ? "ArrowLeft" : "ArrowRight";
      if (text.startsWith("Slept")) {
        vera.press("0");
      } else {
        vera.press(onwards, "1", onwards, "Shift+" + onwards, "2");
        assertThat(vera.barriers(WORKBENCH)).isEmpty();
        vera.press("Enter");
      }
    }
    vera.sees(WORKBENCH, "All 3 items are done").press("Control+Enter");
    vera.sees(TOAST, "3 items submitted. Thank you.");
  }

  /** Starts from the answer with the dose and shortens the dose. */
  private static void adjudicate(Seat rex, Road road) {
    rex.open("Adjudicate items", road.batchId()).sees(WORKBENCH, "Only here: Dose “400 mg”");
    assertThat(rex.barriers(WORKBENCH)).isEmpty();
    boolean first =
        rex.page().locator(WORKBENCH + " article:first-child").textContent().contains("Only here");
    rex.read(5).press(first ? "1" : "2").sees(WORKBENCH, "1 of 1");
    rex.press("]", "]", "Delete", "ArrowRight", "2", "Enter");
    rex.sees(WORKBENCH, "The item is done").press("Control+Enter");
    // The blind sample of the two notes that nobody disputed.
    rex.sees(TOAST, "1 item submitted. Here is the next package.");
  }

  /** What somebody marked, per item as "start-end label text". */
  private List<String> judgements(Road road, String userId) {
    return database
        .sql(
            """
            select coalesce((
              select string_agg(
                (s->>'start') || '-' || (s->>'end') || ' ' || (s->>'label') || ' ' || (s->>'text'),
                '; ' order by (s->>'start')::int)
              from jsonb_array_elements(touchstone.answer_on(g.answer, i.text) -> 'spans') s), '')
            from touchstone.judgement j
            join touchstone.judgement_answer g on g.judgement_id = j.id
            join touchstone.item i on i.id = j.item_id
            join touchstone.assignment a on a.id = j.assignment_id
            where a.batch_id = ? and j.annotator_id = ?
            """)
        .param(road.batchId())
        .param(userId)
        .query(String.class)
        .list();
  }
}
