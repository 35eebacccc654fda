package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.page.Formula;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stage 4 answers to whom over HTTP. */
class QualityDoorTest extends IntegrationTest {

  private static final String PASSWORD = "Test-Password-1";
  private static final String BATCH = "quality-door-1";

  private static boolean measured;

  @Autowired JdbcClient database;
  @Autowired MasterKey master;
  @Autowired Secrets secrets;
  @Autowired Processes processes;
  @Autowired Directory directory;
  @Autowired QualityMeasurement measurement;
  @Autowired TestRestTemplate http;

  /** One batch for all tests: they only read it. */
  @BeforeEach
  void measuredBatch() {
    if (measured) {
      return;
    }
    measured = true;
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        directory.add(user(role), user(role), Optional.of(PASSWORD), Set.of(role));
      }
    }
    String purpose = BatchKeys.purpose(BATCH);
    QualityRows.batch(database, BATCH, master.wrap(secrets.newKey(purpose), purpose))
        .item("door-item-1", "refund refund billing")
        .item("door-item-2", "other other other")
        .gold("door-gold-1", "billing")
        .judge("door-gold-1", "annotator-1", "annotator", "billing");
    processes.start(Processes.PIPELINE, BATCH);
    measurement.measure(BATCH);
  }

  @Test
  void a_data_manager_reads_every_number_and_no_name() {
    ResponseEntity<JsonNode> answer =
        as(Role.DATA_MANAGER).getForEntity("/api/v1/batches/" + BATCH + "/quality", JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    JsonNode numbers = answer.getBody().get("reports").get(0).get("numbers");
    assertThat(numbers.get("items").asLong()).isEqualTo(2);
    assertThat(numbers.get("alpha").get("value").isNumber()).isTrue();
    assertThat(numbers.get("gold").get("count").asLong()).isEqualTo(1);
    assertThat(numbers.get("annotatorScores")).hasSize(3);
    assertThat(answer.getBody().toString()).doesNotContain("annotator-1");
  }

  /**
   * Of six judgements on two items four meet the same label: by hand, Do = 2 / 6, and with margins
   * 2, 1 and 3, De = 1 - (2 * 1 + 3 * 2) / (6 * 5).
   */
  @Test
  void a_figure_opens_to_its_formula_the_numbers_put_in_and_what_was_left_out() {
    JsonNode working = working("?figure=alphaNominal");

    assertThat(number(working, "n")).isEqualTo(6);
    assertThat(number(working, "Do")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(number(working, "De")).isCloseTo(22.0 / 30, within(1e-12));
    assertThat(working.at("/figure/value").asDouble())
        .isCloseTo(1 - (1.0 / 3) / (22.0 / 30), within(1e-12));
    assertThat(working.at("/formula/source").asText()).contains("Krippendorff 2011");
    assertThat(working.at("/table/sum").asDouble()).isEqualTo(6);
    assertThat(working.at("/basis/compared").asLong()).isEqualTo(2);
    assertThat(working.at("/basis/gold").asLong()).isEqualTo(1);
    assertThat(working.at("/basis/single").asLong()).isZero();
  }

  /** Refund meets itself once and others once each way; the others meet themselves three times. */
  @Test
  void a_figure_of_one_class_opens_to_the_table_of_that_class_against_the_rest() {
    JsonNode working = working("?figure=alphaNominal&label=refund");

    assertThat(working.at("/table/cells").toString()).isEqualTo("[[1.0,1.0],[1.0,3.0]]");
    assertThat(number(working, "Do")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(working.at("/figure/value").asDouble())
        .isCloseTo(1 - number(working, "Do") / number(working, "De"), within(1e-12));
  }

  @Test
  void gold_opens_to_its_counts_and_names_nobody() {
    JsonNode working = working("?figure=gold");

    assertThat(number(working, "right")).isEqualTo(1);
    assertThat(number(working, "answered")).isEqualTo(1);
    assertThat(working.toString()).doesNotContain("annotator-1");
  }

  @Test
  void a_figure_or_class_that_the_report_lacks_is_not_found() {
    for (String query :
        List.of("?figure=beauty", "?figure=alphaNominal&label=none", "?figure=shift")) {
      assertThat(status(Role.DATA_MANAGER, "/quality/working" + query)).as(query).isEqualTo(404);
    }
  }

  @Test
  void figures_from_batch_to_batch_end_with_the_batch_itself() {
    JsonNode drift =
        as(Role.PROCESS_OWNER)
            .getForEntity("/api/v1/batches/" + BATCH + "/quality/drift", JsonNode.class)
            .getBody();

    assertThat(drift.at("/points/0/batchId").asText()).isEqualTo(BATCH);
    assertThat(drift.at("/points/0/metric").asText()).isEqualTo("fleissKappa");
    assertThat(drift.at("/points/0/gold").asDouble()).isEqualTo(1);
  }

  private JsonNode working(String query) {
    return as(Role.DATA_MANAGER)
        .getForEntity("/api/v1/batches/" + BATCH + "/quality/working" + query, JsonNode.class)
        .getBody();
  }

  private static double number(JsonNode working, String name) {
    for (JsonNode each : working.get("numbers")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("value").asDouble();
      }
    }
    throw new AssertionError("no number " + name);
  }

  @Test
  void every_coefficient_is_explained() {
    JsonNode answer =
        calculate(
                """
                {"task": {"type": "ordinal", "categories": ["1", "2"]},
                 "judgements": [{"item": "1", "annotator": "a", "label": "1"},
                                {"item": "1", "annotator": "b", "label": "2"}]}
                """)
            .getBody();

    assertThat(answer.get("coefficients").findValuesAsText("name"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(Formula.of(name)).as(name).isPresent());
  }

  @Test
  void a_data_manager_reads_how_each_person_works_under_pseudonyms_and_without_gold_items() {
    ResponseEntity<JsonNode> answer =
        as(Role.DATA_MANAGER)
            .getForEntity("/api/v1/batches/" + BATCH + "/quality/annotators", JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    JsonNode people = answer.getBody().get("annotators");
    assertThat(people).hasSize(3);
    for (JsonNode person : people) {
      JsonNode figures = person.get("figures");
      assertThat(figures.get("judgements").asLong()).isEqualTo(2);
      assertThat(figures.get("secondsPerItem").get("value").asDouble()).isEqualTo(7.5);
      assertThat(figures.get("pace").get("value").asDouble()).isCloseTo(1, within(1e-9));
      assertThat(person.get("overBatches").get("batches").asInt()).isEqualTo(1);
    }
    assertThat(people)
        .extracting(person -> person.get("figures").get("agreement").get("value").asDouble())
        .as("one item all agree on, one with two of three")
        .containsExactlyInAnyOrder(0.75, 0.75, 0.5);
    assertThat(people)
        .extracting(person -> person.get("figures").get("gold").get("count").asLong())
        .containsExactlyInAnyOrder(1L, 0L, 0L);
    assertThat(answer.getBody().toString()).doesNotContain("annotator-", "door-gold", "door-item");
  }

  @Test
  void quality_is_for_data_managers_process_owners_and_auditors_only() {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        boolean allowed =
            Set.of(Role.DATA_MANAGER, Role.PROCESS_OWNER, Role.AUDITOR).contains(role);
        assertThat(status(role, "/quality")).as(role.name()).isEqualTo(allowed ? 200 : 403);
      }
    }
  }

  @Test
  void judgements_are_for_data_managers_auditors_and_training_engineers_only() {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        boolean allowed =
            Set.of(Role.DATA_MANAGER, Role.TRAINING_ENGINEER, Role.AUDITOR).contains(role);
        assertThat(status(role, "/judgements")).as(role.name()).isEqualTo(allowed ? 200 : 403);
      }
    }
  }

  @Test
  void judgements_are_json_lines_with_neither_names_nor_gold() {
    ResponseEntity<String> answer =
        as(Role.TRAINING_ENGINEER)
            .getForEntity("/api/v1/batches/" + BATCH + "/judgements", String.class);

    assertThat(answer.getHeaders().getContentType().toString()).startsWith("application/x-ndjson");
    assertThat(answer.getBody().lines()).hasSize(6);
    assertThat(answer.getBody()).doesNotContain("annotator-1").doesNotContain("door-gold-1");
  }

  @Test
  void an_unknown_batch_is_not_found() {
    assertThat(
            as(Role.AUDITOR)
                .getForEntity("/api/v1/batches/nothing/quality", String.class)
                .getStatusCode()
                .value())
        .isEqualTo(404);
    assertThat(
            as(Role.AUDITOR)
                .getForEntity("/api/v1/batches/nothing/judgements", String.class)
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void anybody_who_is_logged_in_may_calculate_agreement() {
    ResponseEntity<JsonNode> answer =
        calculate(
            """
            {"task": {"type": "nominal", "categories": null},
             "judgements": [{"item": "1", "annotator": "a", "label": "x"},
                            {"item": "1", "annotator": "b", "label": "x"},
                            {"item": "2", "annotator": "a", "label": "y"},
                            {"item": "2", "annotator": "b", "label": "x"}]}
            """);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().get("items").asLong()).isEqualTo(2);
    assertThat(answer.getBody().get("coefficients").findValuesAsText("name"))
        .containsExactly(
            "percentAgreement",
            "alphaNominal",
            "fleissKappa",
            "gwetAC1",
            "brennanPrediger",
            "cohenKappa",
            "scottPi",
            "congerKappa");
  }

  @Test
  void judgements_may_come_as_a_sheet() {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.parseMediaType("text/csv"));
    ResponseEntity<JsonNode> answer =
        as(Role.ANNOTATOR)
            .postForEntity(
                "/api/v1/agreement?type=ordinal&categories=low,middle,high&scores=1,2,4",
                new HttpEntity<>(
                    "item,annotator,label\n1,a,low\n1,b,middle\n2,a,high\n2,b,high\n", headers),
                JsonNode.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().at("/confusion/labels")).hasSize(3);
    assertThat(answer.getBody().get("coefficients").findValuesAsText("name"))
        .contains("alphaOrdinal", "cohenKappaQuadratic");
  }

  @Test
  void a_type_that_is_not_calculated_is_refused_with_a_sentence() {
    ResponseEntity<JsonNode> answer =
        calculate("{\"task\": {\"type\": \"boxes\"}, \"judgements\": []}");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody().get("detail").asText()).contains("nominal");
  }

  private ResponseEntity<JsonNode> calculate(String question) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return as(Role.ANNOTATOR)
        .postForEntity("/api/v1/agreement", new HttpEntity<>(question, headers), JsonNode.class);
  }

  private int status(Role role, String path) {
    return as(role)
        .getForEntity("/api/v1/batches/" + BATCH + path, String.class)
        .getStatusCode()
        .value();
  }

  private TestRestTemplate as(Role role) {
    return http.withBasicAuth(user(role), PASSWORD);
  }

  private static String user(Role role) {
    return "quality" + role.group();
  }
}
