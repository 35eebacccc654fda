package io.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.release.format.Digests;
import io.touchstone.road.Road;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** Two batches that really walked the road: one to a published version, one held and stopped. */
class BatchRecordTest extends InspectionTest {

  private static Road done;
  private static Road stopped;
  private static Road open;

  @BeforeEach
  void walkedRoads() {
    if (done != null) {
      return;
    }
    done = Road.of(beans, Options.standard().gold(0.2, 6)).annotators("ada", "ben");
    done.reviewers("rae").receiveThings(12).untilItRests();
    done.labels("ada", Road.RIGHT);
    done.labels(
        "ben", (person, text) -> text.equals("red thing 1") ? "blue" : Road.RIGHT.of(person, text));
    done.untilItRests().labels("rae", Road.RIGHT).untilItRests();
    done.resolve("accept", "One dispute of twelve.").decideRelease("tom", "approve", "");
    stopped = Road.of(beans, Options.standard()).annotators("ada").receiveThings(4).untilItRests();
    stopped.resolve("repeat", "Once more.").resolve("stop", "=The wrong file.");
    open = Road.of(beans, Options.standard().gold(0.2, 6)).annotators("ada", "ben");
    open.receiveThings(4).untilItRests().labels("ada", Road.RIGHT);
  }

  @Test
  void the_path_of_a_finished_batch_is_what_the_engine_walked() {
    JsonNode runs = read("/batches/" + done.batchId() + "/path").get("runs");

    assertThat(texts(runs, run -> run.get("process").get("key").asText()))
        .containsExactly(
            "annotation-pipeline",
            "ingestion",
            "task-creation",
            "annotation",
            "quality-assurance",
            "release");
    assertThat(texts(runs.get(0).get("steps"), step -> step.get("activityId").asText()))
        .containsSubsequence(
            "batch-received",
            "ingestion",
            "gate-ingestion",
            "task-creation",
            "annotation",
            "quality-assurance",
            "gate-quality",
            "resolve-held-batch",
            "release",
            "publish",
            "version-published");
    assertThat(runs.get(0).get("end").isNull()).isFalse();
    assertThat(runs.get(1).get("calledBy")).isEqualTo(runs.get(0).get("instanceId"));
  }

  @Test
  void a_batch_names_its_process_its_rules_its_gates_and_its_version() {
    JsonNode record = read("/batches/" + done.batchId());

    assertThat(record.get("process").get("key").asText()).isEqualTo("annotation-pipeline");
    assertThat(record.get("process").get("sha256").asText()).hasSize(64);
    assertThat(record.get("guideline").get("version").asInt()).isEqualTo(1);
    assertThat(texts(record.get("gates"), gate -> gate.get("rule").asText()))
        .containsExactlyElementsOf(
            done.decisions().stream().map(each -> each.split(" ")[2]).toList());
    assertThat(record.get("versions").get(0).get("approvedBy").asText())
        .isEqualTo(done.person("tom").id());
  }

  /** What sha256sum says of the listing that sha256sum makes of all files. */
  @Test
  void record_batch_and_event_name_the_version_of_the_whole_set_of_processes() throws Exception {
    TreeMap<String, String> lines = new TreeMap<>();
    for (Path root : List.of(Path.of("processes"), Path.of("forms"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file :
            files.filter(each -> each.toString().matches(".*\\.(bpmn|dmn|html)")).toList()) {
          lines.put(file.toString(), Digests.sha256Hex(file) + "  " + file + "\n");
        }
      }
    }
    String set =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(String.join("", lines.values()).getBytes(StandardCharsets.UTF_8)));

    JsonNode record = read("/batches/" + done.batchId()).get("processSet");
    assertThat(record.get("sha256").asText()).isEqualTo(set);
    assertThat(record.get("files").asInt()).isEqualTo(lines.size());
    assertThat(
            database
                .sql("select process_set from touchstone.batch where id = ?")
                .param(done.batchId())
                .query(String.class)
                .single())
        .isEqualTo(set);
    assertThat(
            read("/events?batch={batch}&action=batch_received", done.batchId())
                .get("events")
                .get(0)
                .get("details")
                .get("processSet")
                .asText())
        .isEqualTo(set);
  }

  @Test
  void the_table_of_a_gate_is_shown_as_it_was_with_the_rule_that_fired() {
    JsonNode gate = read("/batches/" + done.batchId()).get("gates").get(0);
    JsonNode table = read("/tables/{id}", gate.get("tableId").asText());

    assertThat(table.get("key").asText()).isEqualTo("gate-ingestion");
    assertThat(texts(table.get("inputs"), input -> input.get("expression").asText()))
        .contains("receivedRows", "rejectedShare");
    assertThat(texts(table.get("rules"), rule -> rule.get("outputs").get(1).asText()))
        .contains("\"" + gate.get("rule").asText() + "\"");
    assertThat(read("/processes/{id}", processId(done)).get("bpmn").asText())
        .contains("<bpmn:process id=\"annotation-pipeline\"");
  }

  @Test
  void holds_carry_who_resolved_them_how_and_why() {
    JsonNode gates = read("/batches/" + stopped.batchId()).get("gates");

    List<String> resolutions =
        texts(
            gates,
            gate ->
                gate.get("resolution").isNull()
                    ? "none"
                    : gate.get("resolution").get("decision").asText()
                        + " "
                        + gate.get("resolution").get("person").asText()
                        + " "
                        + gate.get("resolution").get("reason").asText());
    String tom = stopped.person("tom").id();
    assertThat(resolutions)
        .containsExactly(
            "none", "repeat " + tom + " Once more.", "stop " + tom + " =The wrong file.");
  }

  @Test
  void an_item_says_who_decided_its_label_on_what_evidence_under_which_rules() {
    JsonNode disputed = rows(done, "method=adjudication").get(0);
    JsonNode item = read("/items/{id}", disputed.get("itemId").asText());

    assertThat(item.get("verdicts").get(0).get("label").asText()).isEqualTo("red");
    assertThat(
            texts(
                item.get("judgements"),
                each ->
                    each.get("person").asText()
                        + " "
                        + each.get("role").asText()
                        + " "
                        + each.get("label").asText()))
        .containsExactly(
            done.person("ada").id() + " annotator red",
            done.person("ben").id() + " annotator blue",
            done.person("rae").id() + " adjudicator red");
    assertThat(item.get("routes").get(0).get("rule").asText()).isEqualTo("tie");
    assertThat(item.get("routes").get(0).get("inputs").get("votes").asInt()).isEqualTo(2);
    assertThat(item.get("audits")).isEmpty();
    assertThat(item.get("manifest").get("row").asInt()).isEqualTo(1);
    assertThat(item.get("versions").get(0).get("version").asText()).isEqualTo("1.0.0");
    assertThat(item.has("text")).isFalse();
    JsonNode routing = read("/tables/{id}", item.get("routingTable").asText());
    assertThat(routing.get("key").asText()).isEqualTo("adjudication-routing");
  }

  @Test
  void reading_the_text_of_an_item_is_itself_recorded() {
    String id = rows(done, "after=1~1").get(0).get("itemId").asText();

    JsonNode text =
        as(user(Role.AUDITOR))
            .postForEntity("/api/v1/audit/items/" + id + "/text", null, JsonNode.class)
            .getBody();

    assertThat(text.get("text").asText()).isEqualTo("blue thing 2");
    JsonNode event = read("/events?action=item_text_viewed&object=" + id).get("events").get(0);
    assertThat(event.get("actor").asText()).isEqualTo(user(Role.AUDITOR));
    assertThat(event.get("details").get("batch").asText()).isEqualTo(done.batchId());
  }

  @Test
  void rows_come_in_the_order_of_the_file_and_can_be_narrowed() {
    assertThat(texts(rows(done, ""), row -> row.get("row").asText()))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    assertThat(rows(done, "label=blue")).hasSize(6);
    assertThat(rows(done, "status=rejected")).isEmpty();
    assertThat(rows(done, "after=1~10")).hasSize(2);
  }

  @Test
  void gold_is_shown_after_the_batch_has_ended_and_not_before() {
    JsonNode gold = read("/batches/" + done.batchId() + "/gold").get("gold");
    assertThat(gold).isNotEmpty();
    assertThat(read("/items/{id}", gold.get(0).get("itemId").asText()).get("gold").isNull())
        .isFalse();

    assertThat(ask(Role.AUDITOR, "/batches/" + open.batchId() + "/gold").getStatusCode().value())
        .isEqualTo(409);
    List<String> judged =
        database
            .sql(
                """
                select j.item_id from touchstone.judgement j
                join touchstone.gold_item g on g.item_id = j.item_id where j.batch_id = :batch
                """)
            .param("batch", open.batchId())
            .query(String.class)
            .list();
    assertThat(judged).isNotEmpty();
    assertThat(ask(Role.AUDITOR, "/items/{id}", judged.get(0)).getStatusCode().value())
        .isEqualTo(404);
    assertThat(read("/find?id={id}", judged.get(0)).get("kind").asText()).isEqualTo("nothing");
  }

  @Test
  void events_are_found_by_batch_person_action_and_time() {
    String tom = stopped.person("tom").id();
    JsonNode resolved =
        read("/events?batch={batch}&actor={tom}&action=hold_resolved", stopped.batchId(), tom)
            .get("events");
    assertThat(texts(resolved, each -> each.get("reason").asText()))
        .containsExactly("=The wrong file.", "Once more.");
    assertThat(
            read("/events?batch={batch}&from=2099-01-01T00:00:00Z", stopped.batchId())
                .get("events"))
        .isEmpty();
    assertThat(
            texts(
                read("/events?batch={batch}&object=package:", done.batchId()).get("events"),
                each -> each.get("action").asText()))
        .contains("package_submitted");
  }

  @Test
  void events_leave_as_json_lines_and_as_csv_without_formulas() {
    String lines = export(stopped, "jsonl").getBody();
    assertThat(lines.lines().toList().get(0)).contains("\"action\":\"batch_received\"");
    assertThat(lines).contains("\"reason\":\"=The wrong file.\"");

    ResponseEntity<String> csv = export(stopped, "csv");
    assertThat(csv.getHeaders().getContentDisposition().getFilename())
        .isEqualTo("audit-events.csv");
    assertThat(csv.getBody()).contains("\"'=The wrong file.\"").doesNotContain("\"=The");
    assertThat(csv.getBody().lines()).hasSize((int) lines.lines().count() + 1);
  }

  @Test
  void nobody_but_auditors_and_administrators_reads_any_of_it() {
    String item = rows(done, "").get(0).get("itemId").asText();
    List<String> paths =
        List.of(
            "/batches",
            "/find?id=x",
            "/batches/" + done.batchId(),
            "/batches/" + done.batchId() + "/path",
            "/batches/" + done.batchId() + "/packages",
            "/batches/" + done.batchId() + "/items",
            "/batches/" + done.batchId() + "/gold",
            "/events",
            "/events/export?format=csv",
            "/items/" + item,
            "/processes/x",
            "/tables/x",
            "/guidelines/" + done.project() + "/1");
    for (Role role : Role.values()) {
      if (role == Role.ADMINISTRATOR || role == Role.AUDITOR) {
        continue;
      }
      for (String path : paths) {
        assertThat(ask(role, path).getStatusCode().value()).as(role + " " + path).isEqualTo(403);
      }
      assertThat(
              as(user(role))
                  .postForEntity("/api/v1/audit/items/" + item + "/text", null, String.class)
                  .getStatusCode()
                  .value())
          .as(role.name())
          .isEqualTo(403);
      assertThat(ask(role, "/access").getBody().get("mayInspect").asBoolean()).isFalse();
    }
    assertThat(read("/access").get("mayInspect").asBoolean()).isTrue();
  }

  @Test
  void an_auditor_who_labels_is_refused_with_a_sentence() {
    ResponseEntity<JsonNode> answer =
        as("bothroles", Role.AUDITOR, Role.ANNOTATOR)
            .getForEntity("/api/v1/audit/batches", JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(answer.getBody().get("detail").asText()).contains("You label items");
  }

  private ResponseEntity<String> export(Road road, String format) {
    return as(user(Role.AUDITOR))
        .getForEntity(
            "/api/v1/audit/events/export?batch={batch}&format={format}",
            String.class,
            road.batchId(),
            format);
  }

  private JsonNode rows(Road road, String filter) {
    return read("/batches/" + road.batchId() + "/items?" + filter).get("items");
  }

  private String processId(Road road) {
    return read("/batches/" + road.batchId()).get("process").get("definitionId").asText();
  }

  private static List<String> texts(JsonNode list, Function<JsonNode, String> text) {
    return new ArrayList<>(StreamSupport.stream(list.spliterator(), false).map(text).toList());
  }
}
