package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.answer.Answer;
import io.touchstone.answer.abstention.Abstained;
import io.touchstone.answer.abstention.Why;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.sheet.SheetAnswer;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who cannot tell, or finds that something is wrong with an item, says so, and it is not lost. */
class AbstentionRoadTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Test-Password-1";
  private static final int ITEMS = 12;
  private static final Answer CANNOT_TELL = new Abstained(Why.CANNOT_TELL);
  private static final Answer WRONG_ITEM = new Abstained(Why.WRONG_ITEM);

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  @Test
  void a_reviewer_decides_what_somebody_could_not_tell_and_what_nobody_can_is_no_record()
      throws IOException {
    Road road = classRoad("abstained-1");
    road.receive(things()).untilItRests();
    road.answers("ada", AbstentionRoadTest::colour)
        .answers("ben", AbstentionRoadTest::colour)
        .answers("cleo", text -> text.contains("blurred") ? CANNOT_TELL : colour(text))
        .untilItRests();

    assertThat(routes(road)).isEqualTo(Map.of("abstained", 2L, "unanimous", 10L));
    Work review = road.workOf("rita").orElseThrow();
    assertThat(review.items())
        .filteredOn(item -> item.text().contains("blurred") && !item.candidates().isEmpty())
        .as("what was said, and why nothing was, without names")
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.candidates())
                  .extracting(JsonNode::toString)
                  .contains("{\"abstained\":\"cannot-tell\"}");
              assertThat(item.notes()).containsExactly("It is too blurred.");
            });
    road.answers("rita", text -> text.contains("ruined") ? WRONG_ITEM : colour(text))
        .untilItRests();
    road.resolve("accept", "A reviewer has decided what somebody could not tell.");
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records).hasSize(ITEMS - 1);
    assertThat(records.get("red thing 1 blurred").get("votes").toString())
        .as("of three people two have named a colour")
        .isEqualTo("{\"red\":2}");
    assertThat(file(road, "meta/unlabelled.jsonl"))
        .isEqualTo(
            "{\"id\":\""
                + idOf(road, "red thing 0 blurred and ruined")
                + "\",\"why\":\"wrong-item\"}\n");
    assertThat(file(road, "README.md")).contains("`meta/unlabelled.jsonl`: 1 item of the same");
  }

  /**
   * Two of twelve items have two equal answers and one abstention, so that one pair of three
   * agrees; on all others everybody does.
   */
  @Test
  void abstentions_count_as_disagreement_and_have_a_rate_of_their_own() throws IOException {
    Road road = classRoad("abstained-2");
    road.receive(things()).untilItRests();
    road.answers("ada", AbstentionRoadTest::colour)
        .answers("ben", AbstentionRoadTest::colour)
        .answers("cleo", text -> text.contains("blurred") ? CANNOT_TELL : colour(text))
        .untilItRests();

    JsonNode numbers = numbers(road);
    assertThat(numbers.at("/percentAgreement/value").asDouble())
        .isCloseTo((10 + 2 * (1 / 3.0)) / 12, within(1e-9));
    assertThat(numbers.get("abstentions").get("judgements").asLong()).isEqualTo(36);
    assertThat(numbers.get("abstentions").get("cannotTell").asLong()).isEqualTo(2);
    assertThat(numbers.get("abstentions").get("wrongItem").asLong()).isZero();
    assertThat(numbers.get("abstentions").get("share").asDouble())
        .isCloseTo(2 / 36.0, within(1e-12));
    assertThat(numbers.get("perLabel")).as("of the project's labels alone").hasSize(2);
  }

  @Test
  void one_of_several_questions_may_have_no_answer() throws IOException {
    ProjectSettings settings =
        ProjectSettingsBuilder.ofQuestions("abstained-3")
            .annotatorsPerItem(1, 0)
            .alsoAs("csv")
            .build();
    Road road =
        Road.named(beans, settings, "# Guideline\n\nWhat is it?\n")
            .annotators("ada")
            .reviewers("rita");
    road.receive(IntStream.range(0, 6).mapToObj(n -> "hammer " + n).toArray(String[]::new))
        .untilItRests();
    road.answers("ada", AbstentionRoadTest::worn).untilItRests();
    road.answers("rita", AbstentionRoadTest::worn).untilItRests();
    road.resolve("accept", "One person a thing is enough here.");
    road.decideRelease("tom", "approve", "");

    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records).hasSize(6);
    assertThat(records.get("hammer 0").at("/answers/wear").toString())
        .isEqualTo("{\"abstained\":\"cannot-tell\"}");
    assertThat(records.get("hammer 1").at("/answers/wear/scale").asInt()).isEqualTo(2);
  }

  /** How worn the first hammer is, cannot be told. */
  private static Answer worn(String text) {
    return SheetAnswer.of(
        Map.of(
            "sort", new ClassLabel("tool"),
            "wear", text.equals("hammer 0") ? CANNOT_TELL : new ScalePoint(2),
            "makers", new SpanSet(List.of())));
  }

  private Road classRoad(String key) {
    ProjectSettings settings =
        ProjectSettingsBuilder.ofClasses(key).annotatorsPerItem(3, 0).build();
    return Road.named(beans, settings, "# Guideline\n\nWhich colour?\n")
        .annotator("ada", PASSWORD)
        .annotators("ben", "cleo")
        .reviewers("rita");
  }

  private static String[] things() {
    return IntStream.range(0, ITEMS)
        .mapToObj(
            n ->
                switch (n) {
                  case 0 -> "red thing 0 blurred and ruined";
                  case 1 -> "red thing 1 blurred";
                  default -> (n % 2 == 0 ? "red" : "blue") + " thing " + n;
                })
        .toArray(String[]::new);
  }

  private static Answer colour(String text) {
    return new ClassLabel(text.split(" ")[0]);
  }

  private Map<String, Long> routes(Road road) {
    Map<String, Long> routes = new TreeMap<>();
    database
        .sql(
            """
            select rule, count(*) as items from touchstone.item_route
            where batch_id = ? group by rule
            """)
        .param(road.batchId())
        .query(
            row -> {
              routes.put(row.getString("rule"), row.getLong("items"));
            });
    return routes;
  }

  private String idOf(Road road, String text) {
    return database
        .sql("select id from touchstone.item where batch_id = ? and text = ?")
        .param(road.batchId())
        .param(text)
        .query(String.class)
        .single();
  }

  private String file(Road road, String name) throws IOException {
    Path folder = data().resolve(Path.of("datasets", road.project(), road.project()));
    return Files.readString(folder.resolve(name));
  }

  private JsonNode numbers(Road road) throws IOException {
    String address = "/api/v1/batches/" + road.batchId() + "/quality";
    return JSON.readTree(
            new Machine(port)
                .call("GET", address, "", "Authorization", Machine.basic("admin", PASSWORD))
                .body())
        .at("/reports/0/numbers");
  }
}
