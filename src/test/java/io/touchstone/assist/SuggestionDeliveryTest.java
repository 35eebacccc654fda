package io.touchstone.assist;

import static io.touchstone.assist.SuggestionRoad.colour;
import static io.touchstone.assist.SuggestionRoad.receive;
import static io.touchstone.assist.SuggestionRoad.suggests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suggestions that come with their rows, and those that come later. */
class SuggestionDeliveryTest extends IntegrationTest {

  private static final String MANAGER = "suggestmanager";
  private static final String PASSWORD = "Test-Password-9";

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private final ObjectMapper json = new ObjectMapper();

  @BeforeEach
  void manager() {
    directory.add(MANAGER, "Dora", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
  }

  // With the rows

  @Test
  void a_row_with_a_suggestion_that_does_not_fit_is_rejected_and_the_others_go_on() {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "ben");
    List<String> sent =
        List.of(
            suggests("red"),
            suggests("green"),
            "{}",
            "[{\"label\": \"blue\", \"score\": 2, \"model\": \"m\", \"version\": \"1\"}]",
            "[{\"label\": \"blue\", \"score\": 0.5, \"model\": \"m\"}]",
            "[7]",
            "[]");
    receive(road, sent.size(), i -> sent.get(i - 1)).untilItRests();

    assertThat(rejections(road))
        .containsExactly(
            "2 INVALID_SUGGESTION Line 2: suggestion 1 is wrong at label: The label is none of the"
                + " project's labels. Use the ids of the labels in project.yaml.",
            "3 INVALID_SUGGESTION Line 3: the field \"suggestions\" must be a list. Write [] around"
                + " its suggestions.",
            "4 INVALID_SUGGESTION Line 4: suggestion 1 has a score that is no number from 0 to 1.",
            "5 INVALID_SUGGESTION Line 5: suggestion 1 does not say its version. Write a text of"
                + " letters, digits, spaces and . _ : / @ + - of up to 100 characters: what cannot"
                + " be traced to a model is not shown to anybody.",
            "6 INVALID_SUGGESTION Line 6: suggestion 1 is no JSON object. Write {\"label\","
                + " \"score\", \"model\", \"version\"}.");
    assertThat(suggestions(road)).containsExactly("r1 1 red 0.9 tarn-router 2026-02");
    assertThat(
            texts(
                "select external_id from touchstone.item where batch_id = ? order by external_id",
                road))
        .containsExactly("r1", "r7");
  }

  @Test
  void several_suggestions_are_kept_in_the_order_of_their_scores() {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "ben");
    receive(
            road,
            1,
            i ->
                """
                [{"label": "red", "score": 0.3, "model": "m", "version": "1"},
                 {"label": "blue", "score": 0.6, "model": "m", "version": "1"}]
                """
                    .replace("\n", ""))
        .untilItRests();

    assertThat(suggestions(road)).containsExactly("r1 1 blue 0.6 m 1", "r1 2 red 0.3 m 1");
  }

  // Later

  @Test
  void before_annotation_suggestions_can_be_added_and_their_assignments_have_arms()
      throws IOException {
    Road road = heldForLackOfPeople(20);

    HttpResponse<String> answer = post(road, lines(20));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json.readTree(answer.body()).get("items").asInt()).isEqualTo(20);
    assertThat(arms(road)).as("what ada has already").isEqualTo(20);
    road.annotators("ben").resolve("repeat", "Ben has come.");
    assertThat(arms(road)).isEqualTo(40);
  }

  @Test
  void one_wrong_line_and_nothing_is_taken() throws IOException {
    Road road = heldForLackOfPeople(6);
    List<String> lines = new ArrayList<>(lines(2));
    lines.add(line("nobody", suggests("red")));
    lines.add("not JSON");
    lines.add(line("r3", "[{\"label\": \"red\", \"score\": 0.5}]"));
    lines.add(line("r1", suggests("red")));
    lines.add("{\"item\": \"r4\"}");

    HttpResponse<String> answer = post(road, lines);

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.get("detail").asText())
        .startsWith("5 lines are wrong, so nothing was taken. Line 3: the batch has no item");
    List<String> faults = new ArrayList<>();
    problem
        .get("faults")
        .forEach(
            fault -> faults.add(fault.get("line").asInt() + " " + fault.get("reason").asText()));
    assertThat(faults)
        .containsExactly(
            "3 UNKNOWN_ITEM",
            "4 INVALID_JSON",
            "5 INVALID_SUGGESTION",
            "6 SUGGESTED_ALREADY",
            "7 INVALID_LINE");
    assertThat(suggestions(road)).isEmpty();
  }

  @Test
  void an_item_that_has_suggestions_gets_no_others() {
    Road road = heldForLackOfPeople(3);
    assertThat(post(road, lines(3)).statusCode()).isEqualTo(200);

    assertThat(post(road, lines(1)).body()).contains("SUGGESTED_ALREADY");
    assertThat(suggestions(road)).hasSize(3);
  }

  @Test
  void once_annotation_has_begun_suggestions_are_refused() {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "ben");
    road.receiveThings(4).untilItRests();

    HttpResponse<String> answer = post(road, lines(4));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("annotation-begun");
    assertThat(suggestions(road)).isEmpty();
  }

  @Test
  void another_format_is_refused() {
    Road road = heldForLackOfPeople(1);

    assertThat(
            new Machine(port)
                .call(
                    "POST",
                    "/api/v1/batches/" + road.batchId() + "/suggestions",
                    "[]",
                    "Authorization",
                    Machine.basic(MANAGER, PASSWORD))
                .statusCode())
        .isEqualTo(415);
  }

  private Road heldForLackOfPeople(int things) {
    Road road = Road.of(beans, Options.standard()).annotators("ada");
    return road.receiveThings(things).untilItRests();
  }

  private static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lines.add(line("r" + i, suggests(colour(i))));
    }
    return lines;
  }

  private static String line(String item, String suggestions) {
    return "{\"item\": \"" + item + "\", \"suggestions\": " + suggestions + "}";
  }

  private HttpResponse<String> post(Road road, List<String> lines) {
    return new Machine(port)
        .call(
            "POST",
            "/api/v1/batches/" + road.batchId() + "/suggestions",
            String.join("\n", lines),
            "Authorization",
            Machine.basic(MANAGER, PASSWORD),
            "Content-Type",
            "application/x-ndjson");
  }

  private List<String> rejections(Road road) {
    return texts(
        """
        select row_number || ' ' || reason || ' ' || sentence from touchstone.manifest_entry
        where batch_id = ? and status = 'rejected' order by row_number
        """,
        road);
  }

  private List<String> suggestions(Road road) {
    return texts(
        """
        select i.external_id || ' ' || s.rank || ' ' || (s.suggested -> 'answer' ->> 'label') || ' ' || s.score
               || ' ' || s.model || ' ' || s.version
        from touchstone.suggestion s join touchstone.item i on i.id = s.item_id
        where s.batch_id = ? order by i.external_id, s.rank
        """,
        road);
  }

  private List<String> texts(String sql, Road road) {
    return database.sql(sql).param(road.batchId()).query(String.class).list();
  }

  private long arms(Road road) {
    return database
        .sql("select count(*) from touchstone.assignment_arm where batch_id = ?")
        .param(road.batchId())
        .query(Long.class)
        .single();
  }
}
