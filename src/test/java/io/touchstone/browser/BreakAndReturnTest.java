package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks, and packages that are given back, at Tasklist and without a mouse. */
class BreakAndReturnTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String BREAK = WORKBENCH + " .break";
  private static final String DIALOG = WORKBENCH + " .give-back";
  private static final String TOAST = "touchstone-toast";

  @Autowired private JdbcClient database;

  @Test
  void a_break_is_advised_then_taken_and_work_goes_on_by_itself() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    String lena = withPassword(road, "lena", Role.ANNOTATOR);
    road.annotators("lena").receiveThings(5).untilItRests();
    at(
        lena,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 5");
          hasWorked(lena, 45);
          seat.read(5).press("1").sees(WORKBENCH, "Item 2 of 5").read(1);
          seat.sees(WORKBENCH, "You have worked for 45 minutes.");
          assertThat(seat.barriers(WORKBENCH)).isEmpty();

          hasWorked(lena, 60);
          seat.read(5).press("2").sees(WORKBENCH, "Item 3 of 5").read(1);
          seat.sees(BREAK, "Time for a break").sees(BREAK, "Your work is saved.");
          assertThat(seat.text(BREAK + " .left")).matches("(10:00|9:\\d\\d)");
          assertThat(seat.barriers(WORKBENCH)).isEmpty();
          seat.press("1", "j", "u", "Control+Enter");
          assertThat(drafts(road)).hasSize(2);

          seat.reload().sees(BREAK, "Time for a break");
          breakIsOver(lena);
          seat.read(601).sees(WORKBENCH, "Item 3 of 5");
          seat.read(5).press("1").sees(WORKBENCH, "Item 4 of 5").read(1);
          seat.sees(WORKBENCH + " .saved", "All changes");
          assertThat(drafts(road)).hasSize(3);
          assertThat(seat.complaints()).allMatch(line -> line.contains("status of 429"));
        });
  }

  @Test
  void a_break_in_the_middle_of_a_package_ends_where_it_began() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    String mona = withPassword(road, "mona", Role.ANNOTATOR);
    road.annotators("mona").receiveThings(5).untilItRests();
    at(
        mona,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 5");
          hasWorked(mona, 60);
          seat.read(5).press("1").sees(WORKBENCH, "Item 2 of 5").read(1);
          seat.sees(BREAK, "Time for a break");

          breakIsOver(mona);
          seat.read(601).sees(WORKBENCH, "Item 2 of 5");
          seat.press("2").sees(WORKBENCH, "Item 3 of 5").read(1);
          seat.sees(WORKBENCH + " .saved", "All changes");
          assertThat(drafts(road)).hasSize(2);
          assertThat(seat.complaints()).isEmpty();
        });
  }

  @Test
  void a_package_is_given_back_by_keyboard_and_the_next_one_opens() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(3));
    String gina = withPassword(road, "gina", Role.ANNOTATOR);
    road.annotators("gina", "hugo").receiveThings(12).untilItRests();
    String first = road.workOf("gina").orElseThrow().packageId();
    at(
        gina,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 3");
          seat.read(5).press("1").sees(WORKBENCH, "Item 2 of 3");
          seat.press("b").sees(DIALOG, "Give this package back");
          assertThat(seat.barriers(WORKBENCH)).isEmpty();
          seat.press("Escape", "b").sees(DIALOG, "Why?");
          seat.press("ArrowDown", "Tab", "Tab", "Enter");
          seat.sees(TOAST, "Given back. A colleague goes on with it.");

          seat.sees(WORKBENCH, "0 of 3");
          assertThat(road.workOf("gina").orElseThrow().packageId()).isNotEqualTo(first);
          assertThat(reasons(first)).containsExactly("not-my-field");
          assertThat(drafts(road)).as("the label is kept").hasSize(1);
          assertThat(seat.complaints()).isEmpty();
        });
  }

  /** As if so many minutes of active work lay behind the person. */
  private void hasWorked(String userId, int minutes) {
    database
        .sql("delete from touchstone.work_session where annotator_id = ?")
        .param(userId)
        .update();
    database
        .sql(
            """
            insert into touchstone.work_session
              (annotator_id, started_at, last_active_at, active_seconds)
            values (:id, now() - interval '2 hours', now() - interval '1 minute', :seconds)
            """)
        .param("id", userId)
        .param("seconds", minutes * 60 - 1)
        .update();
  }

  private void breakIsOver(String userId) {
    database
        .sql(
            """
            update touchstone.work_session set break_until = now() - interval '1 second'
            where annotator_id = ?
            """)
        .param(userId)
        .update();
  }

  private List<String> drafts(Road road) {
    return database
        .sql(
            """
            select d.answers -> 'answer' ->> 'label' from touchstone.draft d
            join touchstone.assignment a on a.id = d.assignment_id
            where a.batch_id = ? and d.answers is not null
            """)
        .param(road.batchId())
        .query(String.class)
        .list();
  }

  private List<String> reasons(String packageId) {
    return database
        .sql("select reason from touchstone.package_return where package_id = ?")
        .param(packageId)
        .query(String.class)
        .list();
  }
}
