package io.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** What stands behind a batch's figures, of one batch that is done and one that goes on. */
class BatchItemsTest extends InspectionTest {

  private static Road done;
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
    open = Road.of(beans, Options.standard().gold(0.2, 6)).annotators("ada", "ben");
    open.receiveThings(4).untilItRests().labels("ada", Road.RIGHT);
  }

  @Test
  void the_two_labels_of_a_confused_pair_open_the_items_on_which_they_met() {
    JsonNode report =
        as(user(Role.DATA_MANAGER))
            .getForObject("/api/v1/batches/" + done.batchId() + "/quality", JsonNode.class)
            .get("reports")
            .get(0);
    JsonNode matrix = report.get("numbers").get("coincidences").get("matrix");
    List<String> labels = texts(report.get("numbers").get("coincidences").get("labels"), "");
    int red = labels.indexOf("red");
    int blue = labels.indexOf("blue");

    assertThat(matrix.get(red).get(blue).asDouble()).isEqualTo(1);
    assertThat(excerpts(found(Map.of("said", List.of("red", "blue")))))
        .containsExactly("red thing 1");
    // Krippendorff's table counts both orders of a pair of two: ten judgements, five items.
    assertThat(matrix.get(red).get(red).asDouble()).isEqualTo(10);
    assertThat(excerpts(found(Map.of("said", List.of("red", "red"))))).hasSize(5);
    assertThat(excerpts(found(Map.of("said", List.of("blue"))))).hasSize(7);
  }

  @Test
  void text_state_rule_and_row_find_items_in_the_order_of_their_rows() {
    assertThat(excerpts(found(Map.of("text", "THING 1"))))
        .containsExactly("red thing 1", "blue thing 10", "red thing 11", "blue thing 12");
    assertThat(excerpts(found(Map.of("rule", "tie")))).containsExactly("red thing 1");
    assertThat(excerpts(found(Map.of("rule", "tie", "pass", 1)))).containsExactly("red thing 1");
    assertThat(excerpts(found(Map.of("rule", "tie", "pass", 2)))).isEmpty();
    assertThat(excerpts(found(Map.of("state", "settled", "text", "blue")))).hasSize(6);
    assertThat(excerpts(found(Map.of("state", "open")))).isEmpty();
    assertThat(excerpts(found(Map.of("state", "rejected")))).isEmpty();
    assertThat(excerpts(found(Map.of("after", "1~10"))))
        .containsExactly("red thing 11", "blue thing 12");
    assertThat(found(Map.of()).get("passed").asInt()).isEqualTo(12);
  }

  @Test
  void a_data_manager_sees_answers_under_pseudonyms_and_an_auditor_under_names() {
    String ada = done.person("ada").id();
    JsonNode managed = found(Map.of("text", "red thing 1")).get("items").get(0);
    JsonNode audited =
        search(user(Role.AUDITOR), done, Map.of("person", ada, "text", "red thing 1"))
            .getBody()
            .get("items")
            .get(0);

    assertThat(texts(managed.get("answers"), "person")).hasSize(3).doesNotContain(ada);
    assertThat(texts(audited.get("answers"), "person"))
        .containsExactly(done.person("rae").id(), ada, done.person("ben").id());
    String pseudonym = managed.get("answers").get(1).get("person").asText();
    assertThat(excerpts(found(Map.of("person", pseudonym)))).hasSize(12);
    ResponseEntity<JsonNode> named = search(user(Role.DATA_MANAGER), done, Map.of("person", ada));
    assertThat(named.getStatusCode().value()).isEqualTo(422);
    assertThat(named.getBody().get("detail").asText()).contains("pseudonym");
  }

  @Test
  void hidden_gold_is_not_among_the_items_of_a_batch_and_reviews_show_with_their_verdict() {
    JsonNode items =
        search(user(Role.DATA_MANAGER), open, Map.of("person", pseudonymOfAda()))
            .getBody()
            .get("items");

    assertThat(excerpts(items))
        .containsExactly("red thing 1", "blue thing 2", "red thing 3", "blue thing 4");
    assertThat(judgedGold()).isPositive();
    assertThat(items.toString()).doesNotContain("arm", "gold");
    assertThat(
            excerpts(
                search(user(Role.DATA_MANAGER), open, Map.of("sample", "drawn"))
                    .getBody()
                    .get("items")))
        .isEmpty();
  }

  @Test
  void whoever_labels_opens_nothing_and_a_reading_is_recorded_without_what_was_sought() {
    ResponseEntity<JsonNode> refused = search(bothRoles(), done, Map.of());
    assertThat(refused.getStatusCode().value()).isEqualTo(403);
    assertThat(refused.getBody().get("detail").asText()).contains("You label or review items");

    JsonNode first = found(Map.of("text", "red thing 11")).get("items").get(0);
    String item = first.get("row").get("itemId").asText();
    JsonNode opened =
        as(user(Role.DATA_MANAGER))
            .postForObject(
                "/api/v1/batches/" + done.batchId() + "/items/" + item + "/view",
                null,
                JsonNode.class);
    assertThat(opened.get("text").asText()).isEqualTo("red thing 11");
    JsonNode events =
        read("/events?batch={batch}&actor={who}", done.batchId(), user(Role.DATA_MANAGER))
            .get("events");
    assertThat(texts(events, "action")).contains("item_text_viewed", "items_viewed");
    assertThat(events.toString()).doesNotContain("thing");
  }

  private String bothRoles() {
    as("itemsbothroles", Role.DATA_MANAGER, Role.ANNOTATOR);
    return "itemsbothroles";
  }

  private String pseudonymOfAda() {
    JsonNode items = search(user(Role.DATA_MANAGER), open, Map.of()).getBody().get("items");
    return items.get(0).get("answers").get(0).get("person").asText();
  }

  private long judgedGold() {
    return database
        .sql(
            """
            select count(*) from touchstone.judgement j
            join touchstone.gold_item g on g.item_id = j.item_id where j.batch_id = :batch
            """)
        .param("batch", open.batchId())
        .query(Long.class)
        .single();
  }

  private JsonNode found(Map<String, ?> search) {
    ResponseEntity<JsonNode> answer = search(user(Role.DATA_MANAGER), done, search);
    assertThat(answer.getStatusCode().value()).as(answer.toString()).isEqualTo(200);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> search(String who, Road road, Map<String, ?> search) {
    return as(who)
        .postForEntity(
            "/api/v1/batches/" + road.batchId() + "/items/search", search, JsonNode.class);
  }

  private static List<String> excerpts(JsonNode found) {
    return texts(found.has("items") ? found.get("items") : found, "excerpt");
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> field.isEmpty() ? each.asText() : each.get(field).asText())
        .toList();
  }
}
