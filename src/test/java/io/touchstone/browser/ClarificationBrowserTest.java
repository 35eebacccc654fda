package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Guidelines;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody whose answers slipped, at the page that says what is easily confused; no mouse. */
class ClarificationBrowserTest extends SeatedTest {

  private static final String PAGE = "touchstone-clarification";
  private static final String SETTLE = "touchstone-open-clarification";
  private static final String WORKBENCH = "touchstone-workbench";
  private static final String TOAST = "touchstone-toast";
  private static final String REMARK = "What of violet?";

  private static final String GUIDELINE =
      """
      # Colours

      Say what is asked for.

      ## Red
      What is warm. **Orange** is red.

      ## Blue
      What is cold. *Green* is blue.
      """;

  @Autowired private Guidelines guidelines;
  @Autowired private JdbcClient database;

  @Test
  void reads_what_the_guideline_says_asks_back_and_looks_through_her_answers_once_more() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(2).gold(0.4, 60).itemsPerPackage(60));
    guidelines.write(road.project(), 1, GUIDELINE, "Says more.", "gus");
    String cleo = withPassword(road, "cleo", Role.ANNOTATOR);
    road.annotators("cleo", "ben", "dan").receiveThings(45).untilItRests();
    road.labels("ben", this::right).labels("dan", this::right);
    Work work = road.workOf("cleo").orElseThrow();
    road.draft("cleo", work, this::wrong);

    at(
        cleo,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "items are labelled");
          seat.press("Enter").sees(TOAST, "a few classes that are easily confused");
          seat.sees(PAGE, "These classes are easily confused here");
          seat.sees(PAGE + " .mixed", "where the guideline says");
          seat.sees(PAGE + " .classes", "Orange is red.").sees(PAGE + " .classes", "settled so");
          assertThat(seat.barriers(PAGE)).isEmpty();
          assertThat(told(seat)).hasSize(1).allSatisfy(this::tellsNoGold);
          for (Work.WorkItem item : work.items()) {
            assertThat(told(seat).get(0)).doesNotContain("\"" + item.text() + "\"");
          }
          seat.photograph(Path.of("target", "clarification.png"));

          seat.press("Shift+Tab").type(REMARK).press("Control+Enter");
          seat.sees(TOAST, "Here is what comes next");
          seat.sees(WORKBENCH, "Look again").sees(WORKBENCH + " .notice", "your own answers");
          seat.sees(WORKBENCH, "Item 1 of " + work.items().size());
          assertThat(seat.barriers(WORKBENCH)).isEmpty();
          seat.photograph(Path.of("target", "clarification-again.png"));
          assertThat(seat.complaints()).isEmpty();
        });
    assertThat(remarks(road)).containsExactly(REMARK);
    assertThat(road.workOf("cleo").orElseThrow().packageId()).isEqualTo(work.packageId());
  }

  @Test
  void a_data_manager_releases_the_work_of_somebody_who_has_not_answered() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).gold(0.5, 60))
            .annotators("ada")
            .receiveThings(30)
            .untilItRests();
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    Work work = road.workOf("ada").orElseThrow();
    road.draft("ada", work, this::wrong);
    road.submit("ada", work);
    String talk = road.batchId() + "-clarification-1";
    road.engine().untilTheNextTimer(talk);
    ClockUtil.reset();

    at(
        dora,
        seat -> {
          seat.open("Settle clarification", talk).sees(SETTLE, "has not answered in time");
          assertThat(seat.barriers(SETTLE)).isEmpty();
          seat.photograph(Path.of("target", "clarification-settled.png"));
          seat.press("ArrowDown", "Control+Enter");
          seat.sees(SETTLE + " .message", "Write the reason first");
          seat.type("She has left.").press("Control+Enter").sees(TOAST, "The work goes on.");
          assertThat(seat.complaints()).isEmpty();
        });
    road.engine().runJobs(talk);
    road.untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @AfterEach
  void backToNow() {
    ClockUtil.reset();
  }

  /** What the server said about the page. */
  private static List<String> told(Seat seat) {
    return seat.answers().stream()
        .filter(answer -> answer.path().contains("/clarifications/"))
        .map(Seat.Answer::body)
        .toList();
  }

  private void tellsNoGold(String body) {
    assertThat(body).doesNotContainIgnoringCase("gold").doesNotContain("Known thing");
  }

  private List<String> remarks(Road road) {
    return database
        .sql("select remark from touchstone.guideline_remark where project_key = ?")
        .param(road.project())
        .query(String.class)
        .list();
  }

  /** Gold items say blue and red by turns. */
  private String right(String person, String text) {
    if (!text.startsWith("Known")) {
      return Road.RIGHT.of(person, text);
    }
    return Integer.parseInt(text.replaceAll("\\D", "")) % 2 == 1 ? "blue" : "red";
  }

  private String wrong(String person, String text) {
    return right(person, text).equals("red") ? "blue" : "red";
  }
}
