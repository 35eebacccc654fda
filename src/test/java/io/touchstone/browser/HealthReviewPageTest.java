package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.health.HealthRows;
import io.touchstone.health.review.ReviewRoom;
import io.touchstone.platform.security.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data manager's weekly page, with a real browser and without a mouse. */
class HealthReviewPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-health-review";
  private static final String METRIC = PAGE + " [data-metric=%s]";
  private static final Duration WEEK = Duration.ofDays(7);

  @Autowired private JdbcClient database;

  @Test
  void a_data_manager_reads_four_figures_accepts_a_proposal_and_closes_the_review_by_keyboard() {
    directory.add("healthdora", "Dora", Optional.of(Seat.PASSWORD), Set.of(Role.DATA_MANAGER));
    ReviewRoom room = ReviewRoom.of(beans);
    Instant now = Instant.now();
    HealthRows rows = eightWeeksOfLessAndLess(now);
    room.close(room.asked(), List.of(), "");
    rows.measured(8, now.minus(Duration.ofHours(1)), 0.76, 0.69, 0.83);
    String review = room.asked();

    try (Seat dora = new Seat(chromium, port)) {
      dora.logIn("healthdora").open("Review health", review);
      try {
        dora.sees(PAGE + " h1", "Week from");
        dora.press("Tab");
        seesFigures(dora);
        assertThat(dora.barriers(PAGE)).isEmpty();
        closeWithTheFirstProposal(dora);
        assertThat(dora.complaints()).isEmpty();
      } catch (RuntimeException | AssertionError e) {
        dora.photograph(Path.of("target", "browser-healthdora.png"));
        throw e;
      }
    }
    room.untilItRests(review);

    assertThat(closed(review)).contains("healthdora").contains(rows.key());
  }

  /**
   * First in the order of projects. Eight weeks in which labelling becomes slower, and gold
   * accuracy is surely below 0.80.
   */
  private HealthRows eightWeeksOfLessAndLess(Instant now) {
    HealthRows rows = HealthRows.project(beans, "a-health-page");
    for (int ago = 7; ago >= 0; ago--) {
      int batch = 8 - ago;
      Instant end = now.minus(WEEK.multipliedBy(ago)).minus(Duration.ofHours(12));
      double pace = 14 + 2.5 * (7 - ago);
      rows.batch(batch, end.minus(Duration.ofDays(5)));
      for (String person : List.of("ada", "ben", "cleo")) {
        for (int day = 1; day <= 3; day++) {
          rows.judgements(batch, person, end.minus(Duration.ofDays(day)), 30 + 3 * day, pace + day);
        }
        rows.gold(batch, person, end.minus(Duration.ofDays(1)), 20, 13 - ago % 2);
      }
      if (ago != 4) {
        rows.measured(
            batch, end.minus(Duration.ofHours(8)), 0.74 - ago * 0.01, 0.66 - ago * 0.01, 0.81);
      }
      rows.entered(batch, "ingestion", end.minus(Duration.ofDays(5)))
          .entered(batch, "task-creation", end.minus(Duration.ofDays(5)).plusSeconds(90))
          .entered(batch, "annotation", end.minus(Duration.ofDays(5)).plusSeconds(120))
          .entered(batch, "quality-assurance", end.minus(Duration.ofDays(1)))
          .held(batch, end.minus(Duration.ofHours(20)))
          .entered(batch, "release", end.minus(Duration.ofHours(10)))
          .published(batch, end.minus(Duration.ofHours(9)), end.minus(Duration.ofHours(1)), end);
    }
    return rows;
  }

  private void seesFigures(Seat dora) {
    dora.sees(METRIC.formatted("agreement"), "95% interval 0.690 to 0.830")
        .sees(METRIC.formatted("agreement"), "Up from 0.740")
        .sees(METRIC.formatted("agreement"), "the intervals overlap, so it may be chance")
        .sees(METRIC.formatted("throughput"), "Falling by")
        .sees(METRIC.formatted("gold"), "65%")
        .sees(METRIC.formatted("time"), "5 days")
        .sees(METRIC.formatted("time"), "Waiting for approval")
        .sees(PAGE + " fieldset", "Talk the guideline through")
        .sees(PAGE + " fieldset", "Ask the annotators what slows them down");
  }

  /** Other tests' projects may have proposals, too; this one's come first. */
  private void closeWithTheFirstProposal(Seat dora) {
    dora.press("Shift+Tab", "Space");
    for (int i = dora.page().locator(PAGE + " [type=checkbox]").count(); i > 0; i--) {
      dora.press("Tab");
    }
    dora.type("Talked it through with the team.").press("Control+Enter");
    dora.sees("touchstone-toast", "Figures, decisions and minutes are kept.");
  }

  private String closed(String review) {
    return database
        .sql(
            """
            select decided_by || ' ' || decisions::text from touchstone.health_review
            where id = ? and closed_at is not null
            """)
        .param(review)
        .query(String.class)
        .single();
  }
}
