package io.touchstone.health.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a data manager reads of batches: where they stand and what they wait for. */
class StandingTest extends IntegrationTest {

  private static final String PASSWORD = "Correct-Horse-7";
  private static final String MANAGER = "standingmanager";
  private static final String ANNOTATOR = "standingannotator";

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @Autowired private TestRestTemplate http;

  @BeforeEach
  void aManagerAndAnAnnotator() {
    directory.add(MANAGER, MANAGER, Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add(ANNOTATOR, ANNOTATOR, Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
  }

  private ResponseEntity<JsonNode> ask(String user, String path, Object... places) {
    return http.withBasicAuth(user, PASSWORD)
        .getForEntity("/api/v1" + path, JsonNode.class, places);
  }

  private JsonNode read(String path, Object... places) {
    ResponseEntity<JsonNode> answer = ask(MANAGER, path, places);
    assertThat(answer.getStatusCode().value()).as(path + " " + answer).isEqualTo(200);
    return answer.getBody();
  }

  private JsonNode listed(Road road, String filter) {
    JsonNode batches = read("/batches?project={project}" + filter, road.project()).get("batches");
    assertThat(batches).hasSize(1);
    return batches.get(0);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void a_batch_in_annotation_waits_for_its_annotators_by_name_with_their_packages() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2).itemsPerPackage(3));
    road.annotators("anna", "ben").receiveThings(6).untilItRests();

    JsonNode batch = listed(road, "");

    assertThat(batch.get("state").asText()).isEqualTo("waiting");
    assertThat(batch.get("stage").asText()).isEqualTo("annotation");
    assertThat(batch.get("submittedBy").asText()).isEqualTo(road.person("mia").id());
    JsonNode wait = batch.get("waitsFor").get(0);
    assertThat(wait.get("task").asText()).isEqualTo("label-items");
    assertThat(texts(wait.get("people")))
        .containsExactly(road.person("anna").id(), road.person("ben").id());
    assertThat(wait.get("tasks").asInt()).isEqualTo(2);
    assertThat(wait.get("taskId").isNull()).as("a package is its annotator's").isTrue();
    // 6 items x 2 people, 3 to a package: 12 assignments in 4 packages, 2 of them open.
    assertThat(batch.get("progress").get("planned").asInt()).isEqualTo(12);
    assertThat(batch.get("progress").get("done").asInt()).isZero();
    assertThat(batch.get("progress").get("openPackages").asInt()).isEqualTo(4);
  }

  @Test
  void submitted_packages_count_as_progress() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2).itemsPerPackage(3));
    road.annotators("anna", "ben").receiveThings(6).untilItRests();
    Work first = road.workOf("anna").orElseThrow();
    road.draft("anna", first, Road.RIGHT);
    road.submit("anna", first);
    road.untilItRests();

    JsonNode progress = listed(road, "").get("progress");

    assertThat(progress.get("done").asInt()).isEqualTo(3);
    assertThat(progress.get("openPackages").asInt()).isEqualTo(3);
  }

  @Test
  void after_three_days_of_work_a_batch_has_a_forecast_and_before_it_has_none() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2).itemsPerPackage(3));
    road.annotators("anna", "ben").receiveThings(6).untilItRests();
    assertThat(read("/batches/{id}", road.batchId()).get("forecast").isNull()).isTrue();
    for (int day = 0; day < 3; day++) {
      submitted(road, day, 60);
    }

    JsonNode forecast = read("/batches/{id}", road.batchId()).get("forecast");

    // 12 assignments are left, 60 a day were done on each of three days: a fifth of a day.
    Instant likely = Instant.parse(forecast.get("likely").asText());
    assertThat(likely)
        .isCloseTo(Instant.now().plus(Duration.ofMinutes(288)), within(2, ChronoUnit.MINUTES));
    assertThat(forecast.get("earliest").asText()).isEqualTo(forecast.get("likely").asText());
    assertThat(forecast.get("latest").asText()).isEqualTo(forecast.get("likely").asText());
    assertThat(forecast.get("days").asInt()).isEqualTo(3);
  }

  /** A package of so many items that was submitted some days and a half ago. */
  private void submitted(Road road, int daysAgo, int items) {
    database
        .sql(
            """
            insert into touchstone.work_package (id, batch_id, annotator_id, kind, round, number,
              state, estimated_seconds, items, submitted_at)
            values (:batch || '-' || :ago, :batch, :person, 'annotation', 1, 900 + :ago,
              'submitted', 1, :items, now() - make_interval(hours => 24 * :ago + 12))
            """)
        .param("batch", road.batchId())
        .param("person", road.person("anna").id())
        .param("ago", daysAgo)
        .param("items", items)
        .update();
  }

  @Test
  void a_name_of_ones_own_is_shown_found_and_taken_away_and_a_long_one_is_refused() {
    Road road = Road.of(beans, Options.standard()).receiveThings(2);
    String path = "/batches/" + road.batchId() + "/name";

    assertThat(put(path, "  Tickets   of October ").getBody().get("name").asText())
        .isEqualTo("Tickets of October");
    assertThat(listed(road, "&text=of october").get("name").asText())
        .isEqualTo("Tickets of October");
    assertThat(put(path, "x".repeat(81)).getStatusCode().value()).isEqualTo(422);
    put(path, "");
    assertThat(read("/batches/{id}", road.batchId()).get("name").isNull()).isTrue();
  }

  private ResponseEntity<JsonNode> put(String path, String name) {
    return http.withBasicAuth(MANAGER, PASSWORD)
        .exchange(
            "/api/v1" + path,
            HttpMethod.PUT,
            new HttpEntity<>(Map.of("name", name)),
            JsonNode.class);
  }

  @Test
  void the_packages_of_a_batch_are_told_person_by_person() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2).itemsPerPackage(3));
    road.annotators("anna", "ben").receiveThings(6).untilItRests();
    Work first = road.workOf("anna").orElseThrow();
    road.draft("anna", first, Road.RIGHT);
    road.submit("anna", first);
    road.untilItRests();
    Work half = road.workOf("ben").orElseThrow();
    road.draft("ben", half, Road.RIGHT);

    JsonNode people = read("/batches/{id}/packages", road.batchId()).get("people");

    assertThat(people).hasSize(2);
    JsonNode anna = person(people, road.person("anna").id());
    assertThat(anna.get("kind").asText()).isEqualTo("annotation");
    assertThat(anna.get("submitted").asInt()).isEqualTo(1);
    assertThat(anna.get("open").asInt()).isEqualTo(1);
    assertThat(anna.get("queued").asInt()).isZero();
    assertThat(anna.get("done").asInt()).isEqualTo(3);
    assertThat(anna.get("items").asInt()).isEqualTo(6);
    JsonNode ben = person(people, road.person("ben").id());
    assertThat(ben.get("queued").asInt()).isEqualTo(1);
    assertThat(ben.get("openPackage").get("answered").asInt()).isEqualTo(3);
    assertThat(ben.get("openPackage").get("items").asInt()).isEqualTo(3);
    assertThat(ben.get("openPackage").get("since").asText()).isNotEmpty();
    assertThat(ben.get("openPackage").get("due").asText()).isNotEmpty();
  }

  /** What the tables hold, counted row by row. */
  private static final String COUNTED =
      """
      select (select count(*) from touchstone.manifest_entry where batch_id = b.id) as rows,
             (select count(*) from touchstone.manifest_entry
              where batch_id = b.id and status = 'rejected') as rejected,
             (select count(*) from touchstone.manifest_entry
              where batch_id = b.id and status = 'duplicate') as duplicates,
             (select count(*) from touchstone.item where batch_id = b.id) as items,
             (select count(*) from touchstone.assignment where batch_id = b.id) as assignments,
             (select count(*) from touchstone.judgement where batch_id = b.id) as judgements,
             (select count(distinct item_id) from touchstone.verdict
              where batch_id = b.id) as verdicts
      from touchstone.batch b where b.id = ?
      """;

  @Test
  void the_counts_kept_while_writing_are_those_of_the_rows() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2).gold(0.25, 4));
    road.annotators("anna", "ben").reviewers("rex");
    road.receive("red one", "blue two", "red one", "", "red three", "blue four", "red five");
    road.untilItRests().resolve("accept", "One row of seven is empty.");
    road.labels("anna", Road.RIGHT).labels("ben", (person, text) -> "red").untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();

    JsonNode counts = read("/batches/{id}", road.batchId()).get("counts");

    Map<String, Object> counted = database.sql(COUNTED).param(road.batchId()).query().singleRow();
    assertThat(counted.get("duplicates")).isEqualTo(1L);
    assertThat(counted.get("rejected")).isEqualTo(1L);
    assertThat((long) counted.get("verdicts")).isPositive();
    counted.forEach(
        (name, count) ->
            assertThat(counts.findValue(name).asLong()).as(name).isEqualTo((long) count));
  }

  private static JsonNode person(JsonNode people, String id) {
    return StreamSupport.stream(people.spliterator(), false)
        .filter(each -> each.get("person").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void somebody_busy_with_another_batch_is_shown_with_it() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    road.annotators("anna").receiveThings(2).untilItRests();
    String first = road.batchId();
    road.receive("red later thing", "blue later thing").untilItRests();

    JsonNode anna = read("/batches/{id}/packages", road.batchId()).get("people").get(0);

    assertThat(anna.get("openElsewhere").asText()).isEqualTo(first);
    assertThat(anna.get("open").asInt()).isZero();
    assertThat(anna.get("queued").asInt()).isEqualTo(1);
    JsonNode batch = read("/batches/{id}", road.batchId());
    assertThat(batch.get("state").asText()).isEqualTo("waiting");
    JsonNode wait = batch.get("waiting").get(0);
    assertThat(wait.get("task").asText()).isEqualTo("queued-annotation");
    assertThat(texts(wait.get("people"))).containsExactly(road.person("anna").id());
    assertThat(wait.get("tasks").asInt()).isEqualTo(1);
    assertThat(count(road, "waiting")).isEqualTo(2);
    assertThat(count(road, "running")).isZero();
  }

  @Test
  void a_batch_short_of_people_says_how_many_are_eligible_and_why_the_others_are_not() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    road.annotators("anna").receiveThings(3).untilItRests();

    JsonNode batch = read("/batches/{id}", road.batchId());

    assertThat(batch.get("state").asText()).isEqualTo("held");
    JsonNode shortage = batch.get("shortage");
    assertThat(shortage.get("items").asInt()).isEqualTo(3);
    assertThat(shortage.get("shortItems").asInt()).isEqualTo(3);
    assertThat(shortage.get("needed").asInt()).isEqualTo(2);
    assertThat(shortage.get("eligible").asInt()).isEqualTo(1);
    // People of other roads lack the skill, which is this project's own.
    assertThat(shortage.get("conflicted").asInt()).isZero();
  }

  @Test
  void a_held_batch_leads_to_its_task_for_whoever_may_resolve_it() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    road.annotators("anna").receiveThings(3).untilItRests();

    JsonNode batch = listed(road, "&state=held");

    assertThat(batch.get("because").asText()).isEqualTo(road.lastDecision().because());
    JsonNode wait = batch.get("waitsFor").get(0);
    assertThat(wait.get("task").asText()).isEqualTo("resolve-held-batch");
    assertThat(texts(wait.get("people"))).containsExactly("datamanager");
    assertThat(wait.get("taskId").asText()).isEqualTo(road.openTasks().get(0).id());
  }

  @Test
  void states_that_only_the_engine_knows_narrow_the_list_like_the_others() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    road.annotators("anna").receiveThings(2).untilItRests();
    assertThat(listed(road, "&state=waiting").get("state").asText()).isEqualTo("waiting");
    assertThat(count(road, "running")).isZero();
    assertThat(count(road, "failed")).isZero();

    Road fresh = Road.of(beans, Options.standard().annotatorsPerItem(1));
    fresh.annotators("ben").receiveThings(2);
    assertThat(listed(fresh, "&state=running").get("state").asText()).isEqualTo("running");
    assertThat(count(fresh, "waiting")).isZero();

    road.everybodyLabels(Road.RIGHT).untilItRests();
    assertThat(count(road, "done") + count(road, "held") + count(road, "waiting")).isEqualTo(1);
    assertThat(ask(MANAGER, "/batches?state=asleep").getStatusCode().value()).isEqualTo(422);
  }

  private int count(Road road, String state) {
    return read("/batches?project={project}&state={state}", road.project(), state)
        .get("batches")
        .size();
  }

  private static final String INSERT_PROJECT =
      """
      with project as (
        insert into touchstone.project (key, name, loaded_at)
        values ('standing', 'Standing', '2030-01-01T00:00:00Z') on conflict do nothing returning key),
      schema as (
        insert into touchstone.label_schema
        select key, 1, '[]', 'x', '2030-01-01T00:00:00Z' from project returning project_key)
      insert into touchstone.project_version
        (project_key, version, settings, sha256, label_schema_version, origin, made_by, made_at)
      select project_key, 1, '{}', 'x', 1, 'file', 'system', '2030-01-01T00:00:00Z' from schema
      """;

  private static final String INSERT_BATCHES =
      """
      insert into touchstone.batch (id, project_key, submitted_by, created_at, state, ended_at,
        wrapped_key, project_version, label_schema_version, guideline_version)
      select 'standing-' || n, 'standing', 'mia', timestamptz '2020-01-01T00:00:00Z' + n / 7 * interval '1 day',
             'done', timestamptz '2030-01-01T00:00:00Z', '', 1, 1, 1
      from generate_series(1, 230) n on conflict do nothing
      """;

  @Test
  void pages_lead_through_all_batches_once_newest_first() {
    database.sql(INSERT_PROJECT).update();
    database.sql(INSERT_BATCHES).update();

    List<String> ids = new ArrayList<>();
    List<String> times = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          cursor.isEmpty()
              ? read("/batches?project=standing&limit=50")
              : read("/batches?project=standing&limit=50&before={cursor}", cursor);
      assertThat(page.get("batches").size()).isLessThanOrEqualTo(50);
      page.get("batches").forEach(each -> ids.add(each.get("batchId").asText()));
      page.get("batches").forEach(each -> times.add(each.get("createdAt").asText()));
      cursor = page.get("next").asText("");
      cursor = page.get("next").isNull() ? "" : cursor;
    } while (!cursor.isEmpty());

    assertThat(ids).hasSize(230).doesNotHaveDuplicates();
    assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(read("/batches?text=STANDING-23&project=standing").get("batches")).hasSize(2);
    assertThat(ask(MANAGER, "/batches?limit=0").getStatusCode().value()).isEqualTo(422);
    assertThat(ask(MANAGER, "/batches?before=yesterday").getStatusCode().value()).isEqualTo(422);
  }

  @Test
  void an_annotator_gets_nothing_of_it_and_is_told_that_the_page_is_not_for_her() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    road.annotators("anna").receiveThings(2).untilItRests();

    for (String path :
        List.of(
            "/batches", "/batches/" + road.batchId(), "/batches/" + road.batchId() + "/packages")) {
      assertThat(ask(ANNOTATOR, path).getStatusCode().value()).as(path).isEqualTo(403);
    }
    assertThat(ask(ANNOTATOR, "/batches/access").getBody().get("mayManage").asBoolean()).isFalse();
    assertThat(read("/batches/access").get("mayManage").asBoolean()).isTrue();
  }
}
