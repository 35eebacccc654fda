package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.sheet.SheetAnswer;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.platform.security.Role;
import io.touchstone.project.ProjectSettingsBuilder;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several questions about an item are answered, and adjudicated, with the keyboard alone. */
class QuestionsBrowserTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String ASK = WORKBENCH + " .ask";
  private static final String BATCHES = "touchstone-batches";
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
  void three_questions_are_answered_one_after_the_other_and_disputed_ones_adjudicated() {
    Road road =
        unhurried(
            ProjectSettingsBuilder.ofQuestions("road-77003"), "What is it, how worn, and by whom?");
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    String rex = withPassword(road, "rex", Role.REVIEWER);
    road.annotators("vera")
        .reviewers("rex")
        .receive("Acme hammer, worn 2", "plain doll", "Acme hammer, worn 3")
        .untilItRests();
    road.answers("ben", text -> text.endsWith("2") ? read("Acme hammer, worn 1") : read(text));

    at(vera, seat -> answer(seat, road));
    road.untilItRests();
    assertThat(answers(road, vera))
        .containsExactlyInAnyOrder(
            "makers: maker, sort: tool, wear: 2",
            "makers: , sort: toy",
            "makers: maker, sort: tool, wear: 3");

    at(rex, seat -> adjudicate(seat, road));
    road.untilItRests();
    assertThat(answers(road, rex)).containsExactly("makers: maker, sort: tool, wear: 2");

    String dora = knowing(road, withPassword(road, "dora", Role.DATA_MANAGER));
    at(dora, seat -> readQuality(seat, road));
  }

  private static void answer(Seat vera, Road road) {
    vera.open("Label items", road.batchId());
    for (int item = 1; item <= 3; item++) {
      vera.sees(WORKBENCH, "Item " + item + " of 3").sees(ASK, "What is it?").read(4);
      String text = vera.itemText(WORKBENCH);
      boolean tool = text.startsWith("Acme");
      assertThat(vera.barriers(WORKBENCH)).isEmpty();
      vera.photograph(Path.of("target", "questions-" + item + "-sort.png"));
      vera.press(tool ? "1" : "2");
      if (tool) {
        vera.sees(ASK, "How worn is it?").press(text.substring(text.length() - 1));
      }
      vera.sees(ASK, "Who made it?").read(2);
      assertThat(vera.barriers(WORKBENCH)).isEmpty();
      if (tool) {
        vera.press("ArrowRight", "1").sees(WORKBENCH + " .questions", "Maker: Acme");
        vera.photograph(Path.of("target", "questions-" + item + "-makers.png"));
        vera.press("Enter");
      } else {
        vera.press("0");
      }
    }
    vera.sees(WORKBENCH, "All 3 items").press("Control+Enter");
    vera.sees(TOAST, "3 items submitted. Thank you.");
  }

  private static void adjudicate(Seat rex, Road road) {
    rex.open("Adjudicate items", road.batchId()).sees(WORKBENCH, "Answers given:");
    rex.press("1").sees(ASK, "How worn is it?").sees(WORKBENCH + " .given:not([hidden])", "1 new");
    assertThat(rex.barriers(WORKBENCH)).isEmpty();
    rex.photograph(Path.of("target", "questions-review.png"));
    rex.read(5).press("2").sees(ASK, "Who made it?");
    rex.press("ArrowRight", "1", "Enter").sees(WORKBENCH, "The item").press("Control+Enter");
    rex.sees(TOAST, "1 item submitted. Here is the next package.");
  }

  private static void readQuality(Seat dora, Road road) {
    dora.go("/quality/" + road.batchId(), BATCHES).sees(BATCHES + " #questions", "How worn is it?");
    dora.sees(BATCHES + " .headline", "Of the questions, “How worn is it?” is the one to look at.");
    dora.sees(BATCHES + " #agreement h2", "Agreement: How worn is it?");
    assertThat(dora.barriers(BATCHES)).isEmpty();
    dora.photograph(Path.of("target", "questions-quality.png"));
    dora.page().locator(BATCHES + " .open-question[value=makers]").focus();
    dora.press("Enter").sees(BATCHES + " #agreement h2", "Agreement: Who made it?");
    dora.page().locator(BATCHES + " #agreement .how").first().focus();
    dora.press("Enter").sees(BATCHES + " #agreement .working:not([hidden])", "Hripcsak");
    dora.photograph(Path.of("target", "questions-quality-makers.png"));
    dora.go("/items/" + road.batchId(), BATCHES).sees(BATCHES, "sort: Tool");
    dora.photograph(Path.of("target", "questions-items.png"));
  }

  private static Answer read(String text) {
    boolean tool = text.startsWith("Acme");
    Map<String, Answer> answers = new TreeMap<>();
    answers.put("sort", new ClassLabel(tool ? "tool" : "toy"));
    answers.put("makers", new SpanSet(tool ? List.of(new Span(0, 4, "maker", "Acme")) : List.of()));
    if (tool) {
      answers.put("wear", new ScalePoint(Integer.parseInt(text.substring(text.length() - 1))));
    }
    return SheetAnswer.of(answers);
  }

  /** What somebody answered, item by item, question by question. */
  private List<String> answers(Road road, String userId) {
    return database
        .sql(
            """
            select string_agg(
                     a.question || ': ' || array_to_string(a.labels, '+'), ', ' order by a.question)
            from touchstone.judgement j join touchstone.judgement_answer a on a.judgement_id = j.id
            where j.batch_id = ? and j.annotator_id = ? group by j.id
            """)
        .param(road.batchId())
        .param(userId)
        .query(String.class)
        .list();
  }
}
