package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects;
import io.touchstone.road.Road;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasurePaths extends PathTest {

  private static final String PASSWORD = "Correct-Horse-7";

  @Autowired private TestRestTemplate http;
  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;

  @BeforeEach
  void a_privacy_officer() {
    directory.add("erasurepaul", "Paul", Optional.of(PASSWORD), Set.of(Role.PRIVACY_OFFICER));
  }

  @Test
  void the_raw_objects_of_a_stopped_batch_become_unreadable_and_the_manifest_stays_provable() {
    Road road = stopped();
    Path object = data().resolve("objects/" + road.batchId() + "/1");
    assertThat(object).exists();

    assertThat(erase(road, "Contract ended.").getStatusCode().value()).isEqualTo(202);
    assertThat(overview(road).get("rawErasedAt").isNull()).isTrue();
    road.untilItRests();

    assertThat(first(road, "erasure"))
        .hasPassedInOrder(
            "erasure-asked-for", "destroy-batch-key", "remove-raw-objects", "raw-objects-erased");
    assertThat(object).doesNotExist();
    assertThatThrownBy(() -> beans.getBean(BatchKeys.class).of(road.batchId()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("raw-objects-erased"));
    JsonNode after = overview(road);
    assertThat(after.get("rawErasedAt").asText()).isNotEmpty();
    assertThat(after.get("unchanged").asBoolean()).isTrue();
    assertThat(events(road))
        .containsSequence("erasure_asked_for", "batch_key_destroyed", "raw_objects_removed");
  }

  @Test
  void a_key_that_is_destroyed_stays_destroyed_when_the_engine_dies_before_the_files_are_removed()
      throws Exception {
    Road road = stopped();
    Path object = data().resolve("objects/" + road.batchId() + "/1");
    erase(road, "Contract ended.");
    road.untilJobAt("remove-raw-objects");
    Files.delete(object);

    road.untilItRests();

    assertThat(first(road, "erasure")).hasPassed("raw-objects-erased");
    assertThat(events(road)).containsOnlyOnce("batch_key_destroyed");
  }

  @Test
  void a_batch_under_way_keeps_its_raw_objects_and_the_officer_is_told_why() {
    Road road = road().receiveThings(2).untilItRests();

    ResponseEntity<JsonNode> answer = erase(road, "Contract ended.");

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getBody().get("detail").asText()).contains("until it is done or stopped");
  }

  @Test
  void raw_objects_are_erased_when_their_project_keeps_them_no_longer_and_not_a_day_before() {
    Road due = stopped();
    Road early = stopped();
    keeps(due, 30);
    keeps(early, 31);
    endedDaysAgo(due, 30);
    endedDaysAgo(early, 30);

    ProcessInstance night = nightly();
    due.untilItRests();
    early.untilItRests();

    assertThat(night).hasPassedInOrder("retention-checked", "erase-due", "erasures-started");
    assertThat(first(due, "erasure")).hasPassed("raw-objects-erased");
    assertThat(events(due))
        .containsSequence("erasure_due", "batch_key_destroyed", "raw_objects_removed");
    assertThat(overview(early).get("rawErasedAt").isNull()).isTrue();

    nightly();
    due.untilItRests();
    assertThat(events(due)).containsOnlyOnce("erasure_due");
  }

  /** What the timer does at three. */
  private ProcessInstance nightly() {
    Job timer =
        management.createJobQuery().timers().list().stream()
            .filter(job -> "raw-retention".equals(job.getProcessDefinitionKey()))
            .findFirst()
            .orElseThrow();
    Set<String> before = nights();
    management.executeJob(timer.getId());
    String night = nights().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    management
        .createJobQuery()
        .processInstanceId(night)
        .list()
        .forEach(job -> management.executeJob(job.getId()));
    ExecutionEntity instance = new ExecutionEntity();
    instance.setId(night);
    instance.setProcessInstanceId(night);
    return instance;
  }

  private Set<String> nights() {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey("raw-retention")
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .collect(Collectors.toSet());
  }

  private void keeps(Road road, int days) {
    TestProjects.changeFor(
        beans, road.project(), road.batchId(), "{\"rawRetentionDays\": %d}".formatted(days));
  }

  private void endedDaysAgo(Road road, int days) {
    database
        .sql(
            """
            update touchstone.batch set ended_at = ended_at - make_interval(days => :days::integer)
            where id = :batch
            """)
        .param("days", days)
        .param("batch", road.batchId())
        .update();
  }

  @Test
  void nothing_is_erased_without_a_reason_or_twice() {
    Road road = stopped();

    assertThat(erase(road, " ").getStatusCode().value()).isEqualTo(422);
    erase(road, "Contract ended.");
    road.untilItRests();

    assertThat(erase(road, "Again.").getStatusCode().value()).isEqualTo(409);
  }

  private Road stopped() {
    Road road = road().receiveThings(2).untilItRests();
    return road.resolve("stop", "Not needed.").untilItRests();
  }

  private ResponseEntity<JsonNode> erase(Road road, String reason) {
    return http.withBasicAuth("erasurepaul", PASSWORD)
        .postForEntity(
            "/api/v1/batches/{id}/erasure",
            Map.of("reason", reason),
            JsonNode.class,
            road.batchId());
  }

  private JsonNode overview(Road road) {
    return http.withBasicAuth("erasurepaul", PASSWORD)
        .getForObject("/api/v1/batches/{id}/manifest/overview", JsonNode.class, road.batchId());
  }

  private List<String> events(Road road) {
    return database
        .sql("select action from touchstone.audit_event where object = :batch order by seq")
        .param("batch", "batch:" + road.batchId())
        .query(String.class)
        .list();
  }
}
