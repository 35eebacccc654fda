package io.touchstone.health.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.health.HealthRows;
import io.touchstone.health.metric.Measure;
import io.touchstone.health.metric.Overridden;
import io.touchstone.health.metric.ProjectHealth;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

class HealthReviewsTest extends IntegrationTest {

  private static final String PASSWORD = "Correct-Horse-7";
  private static final Duration WEEK = Duration.ofDays(7);

  /** The text format 0.0.4: comments, or name, labels with escapes, and a number. */
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP [a-z_]+ .+|TYPE [a-z_]+ gauge)"
              + "|[a-z_]+\\{([a-z_]+=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*}"
              + " (NaN|[+-]?(Inf|[0-9.]+(E-?[0-9]+)?))");

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private Directory directory;
  @Autowired private TestRestTemplate http;
  @LocalServerPort private int port;

  private final Instant now = Instant.now();
  private ReviewRoom room;

  @BeforeEach
  void no_review_is_open() {
    room = ReviewRoom.of(beans);
    directory.add("healthdana", "Dana", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
  }

  private Instant ago(int weeks, int hours) {
    return now.minus(WEEK.multipliedBy(weeks)).minus(Duration.ofHours(hours));
  }

  private HealthRows goldThatFails() {
    return HealthRows.project(beans, "review")
        .batch(1, ago(1, 60))
        .gold(1, "ada", ago(0, 5), 30, 15)
        .gold(1, "ada", ago(1, 5), 30, 29);
  }

  @Test
  void the_next_review_is_compared_with_the_last_one_and_shows_what_was_decided() {
    HealthRows rows =
        HealthRows.project(beans, "review").batch(1, ago(0, 60)).gold(1, "ada", ago(0, 5), 30, 29);
    String first = room.asked();
    room.close(first, List.of(), "");
    rows.gold(1, "ada", ago(0, 4), 30, 1);
    String second = room.asked();

    ProjectHealth project =
        room.review(second).figures().orElseThrow().project(rows.key()).orElseThrow();
    assertThat(project.gold().now().value()).contains(0.5);
    assertThat(project.gold().previous().flatMap(Measure::value)).contains(29.0 / 30);
    assertThat(room.review(second).figures().orElseThrow().previousReview()).contains(first);

    String accepted = rows.key() + "/gold";
    room.close(second, List.of(accepted), "Ben leads the talk.");
    String third = room.asked();
    JsonNode form = get("/health/tasks/" + room.task(third).id()).getBody();
    assertThat(form.get("decidedLast").toString()).contains("Talk the guideline through");
  }

  @Test
  void what_was_measured_proposed_and_decided_is_kept_with_its_reason() {
    HealthRows rows = goldThatFails();
    String id = room.asked();

    Proposal proposal =
        room.review(id).proposals().stream()
            .filter(each -> each.id().equals(rows.key() + "/gold"))
            .findFirst()
            .orElseThrow();
    assertThat(proposal.rule()).isEqualTo("gold-below");
    room.close(id, List.of(proposal.id()), "Ben leads the talk.");

    HealthReview review = room.review(id);
    assertThat(review.decisions()).containsEntry(proposal.id(), true);
    assertThat(review.decidedBy()).contains(room.manager().id());
    assertThat(review.minutes()).contains("Ben leads the talk.");
    assertThat(review.sha256()).hasValueSatisfying(hash -> assertThat(hash).hasSize(64));
    assertThat(actions(id))
        .containsExactly("health_review_begun", "health_review_decided", "health_review_closed");
  }

  @Test
  void batches_accepted_against_their_gates_are_counted_and_a_look_at_them_is_proposed() {
    HealthRows rows = HealthRows.project(beans, "review").batch(1, ago(2, 60)).batch(2, ago(0, 60));
    rows.accepted(1, ago(1, 5)).accepted(2, ago(0, 5)).accepted(2, ago(0, 4));

    HealthReview review = room.review(room.asked());

    Overridden overridden =
        review.figures().orElseThrow().project(rows.key()).orElseThrow().overridden();
    assertThat(overridden.weeks()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);
    assertThat(overridden.batches()).isEqualTo(1);
    assertThat(review.proposals())
        .filteredOn(proposal -> proposal.id().equals(rows.key() + "/overrides"))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.rule()).isEqualTo("overridden");
              assertThat(proposal.because())
                  .isEqualTo("Gates were overridden 2 times in this week.");
            });
  }

  private List<String> actions(String id) {
    return database
        .sql("select action from touchstone.audit_event where object = ? order by seq")
        .param("health-review:" + id)
        .query(String.class)
        .list();
  }

  @Test
  void minutes_can_be_erased_and_the_review_stays() {
    String id = room.asked();
    room.close(id, List.of(), "Something personal.");

    database
        .sql(
            """
            delete from touchstone.audit_reason where audit_seq in (
              select seq from touchstone.audit_event where object = ?)
            """)
        .param("health-review:" + id)
        .update();

    assertThat(room.review(id).minutes()).isEmpty();
    assertThat(room.review(id).closedAt()).isPresent();
  }

  @Test
  void the_database_refuses_to_change_or_delete_a_closed_review() {
    String id = room.asked();
    room.close(id, List.of(), "");

    for (String change :
        List.of(
            "update touchstone.health_review set figures = '{}' where id = ?",
            "update touchstone.health_review set decided_by = 'other' where id = ?",
            "delete from touchstone.health_review where id = ?")) {
      assertThatThrownBy(() -> database.sql(change).param(id).update())
          .as(change)
          .hasMessageContaining("review");
    }
  }

  @Test
  void measuring_or_proposing_again_after_a_crash_changes_nothing() {
    String id = room.asked();
    HealthReview before = room.review(id);
    goldThatFails();

    room.reviews().measure(id);
    room.reviews().propose(id, definitionOf(id));

    assertThat(room.review(id)).isEqualTo(before);
  }

  private String definitionOf(String id) {
    return database
        .sql("select proc_def_id_ from act_hi_procinst where business_key_ = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  @Test
  void a_data_manager_starts_reads_and_closes_by_the_machine_interface() {
    ResponseEntity<JsonNode> started =
        as().postForEntity("/api/v1/health/reviews", null, JsonNode.class);
    assertThat(started.getStatusCode().value()).isEqualTo(202);
    String id = started.getBody().get("reviewId").asText();
    room.untilItRests(id);
    String task = room.task(id).id();

    assertThat(get("/health/tasks/" + task).getBody().get("reviewId").asText()).isEqualTo(id);
    ResponseEntity<JsonNode> closed =
        as().postForEntity(
                "/api/v1/health/tasks/" + task,
                java.util.Map.of("accepted", List.of(), "minutes", "By machine."),
                JsonNode.class);
    room.untilItRests(id);

    assertThat(closed.getStatusCode().value()).isEqualTo(200);
    assertThat(get("/health/reviews").getBody().get("reviews").get(0).get("decidedBy").asText())
        .isEqualTo("healthdana");
    assertThat(get("/health/reviews/" + id).getBody().get("minutes").asText())
        .isEqualTo("By machine.");
  }

  @Test
  void a_second_one_by_hand_and_an_unknown_one_are_refused_with_a_sentence() {
    room.asked();

    ResponseEntity<JsonNode> second =
        as().postForEntity("/api/v1/health/reviews", null, JsonNode.class);
    assertThat(second.getStatusCode().value()).isEqualTo(409);
    assertThat(second.getBody().get("detail").asText()).contains("open already");
    assertThat(get("/health/reviews/nothing").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void minutes_have_a_limit() {
    String id = room.asked();

    assertThatThrownBy(() -> room.close(id, List.of(), "x".repeat(10_001)))
        .hasMessageContaining("10,000 characters");
  }

  @Test
  void a_monitoring_system_scrapes_the_four_figures() {
    HealthRows rows =
        HealthRows.project(beans, "scraped")
            .batch(1, ago(0, 48))
            .gold(1, "ada", ago(0, 5), 20, 18)
            .published(1, ago(0, 4), ago(0, 3), ago(0, 2));

    HttpResponse<String> answer =
        new Machine(port)
            .call(
                "GET",
                "/api/v1/health/metrics",
                "",
                "Authorization",
                Machine.basic("healthdana", PASSWORD));

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain;version=0.0.4"));
    assertThat(answer.body()).endsWith("\n");
    assertThat(answer.body().lines())
        .allSatisfy(line -> assertThat(line).matches(LINE))
        .contains(
            "touchstone_gold_accuracy{project=\"" + rows.key() + "\"} 0.9",
            "touchstone_judgements_per_person_hour{project=\"" + rows.key() + "\"} 360.0",
            "touchstone_undefined{project=\""
                + rows.key()
                + "\",metric=\"agreement\",reason=\"no-batch-measured\"} 1.0",
            "touchstone_time_to_training_seconds{project=\""
                + rows.key()
                + "\",stage=\"approval\"} 3600.0");
    assertThat(answer.body().lines())
        .as("undefined is said, never 0")
        .noneMatch(line -> line.startsWith("touchstone_agreement{project=\"" + rows.key()));
  }

  private TestRestTemplate as() {
    return http.withBasicAuth("healthdana", PASSWORD);
  }

  private ResponseEntity<JsonNode> get(String path) {
    return as().getForEntity("/api/v1" + path, JsonNode.class);
  }
}
