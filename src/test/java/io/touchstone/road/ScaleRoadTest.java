package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GoldSink;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;
import io.touchstone.project.Projects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A project in which items get a point of a scale, from the delivery to the published version. */
class ScaleRoadTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Test-Password-1";
  private static final int ITEMS = 20;

  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;

  @Test
  void twenty_messages_become_a_version_with_their_points() throws IOException {
    Road road = road("points-1", 0);
    road.receive(texts().toArray(String[]::new)).untilItRests();
    road.answers("ada", ScaleRoadTest::named)
        .answers("ben", ScaleRoadTest::named)
        .answers("cleo", ScaleRoadTest::aPointHigher)
        .untilItRests();
    Work review = road.workOf("rita").orElseThrow();
    assertThat(review.task()).isEqualTo("scale");
    assertThat(review.items())
        .filteredOn(item -> !item.candidates().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            item ->
                assertThat(item.candidates())
                    .as("each answer, so that their number is seen")
                    .extracting(JsonNode::intValue)
                    .containsExactlyInAnyOrder(1, 1, 2));
    road.answers("rita", ScaleRoadTest::named).untilItRests();
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records).hasSize(ITEMS);
    records.forEach(
        (text, record) -> assertThat(record.get("scale")).as(text).isEqualTo(named(text).json()));
    assertThat(records.get("urgency 1 of 5").get("votes").toString())
        .isEqualTo("{\"1\":2,\"2\":1}");
    assertThat(rows(road)).contains("\"urgency 5 of 9\",,\"5\",");
  }

  @Test
  void agreement_is_ordinal_and_a_known_answer_counts_one_point_away() throws IOException {
    Road road = road("points-2", 0.3);
    road.receive(texts().toArray(String[]::new)).untilItRests();
    road.answers("ada", ScaleRoadTest::named)
        .answers("ben", ScaleRoadTest::named)
        .answers("cleo", ScaleRoadTest::aPointHigher)
        .untilItRests();

    JsonNode numbers = numbers(road);
    assertThat(numbers.at("/metric/name").asText()).isEqualTo("alphaOrdinal");
    assertThat(numbers.at("/metric/rule").asText()).isEqualTo("scale");
    assertThat(numbers.at("/agreement/value").asDouble())
        .as("neighbours are nearly the same")
        .isGreaterThan(numbers.at("/alpha/value").asDouble());
    assertThat(numbers.at("/gold/count").asLong()).isPositive();
    assertThat(numbers.at("/gold/correct").asLong())
        .as("cleo is a point off, within what the project allows")
        .isEqualTo(numbers.at("/gold/count").asLong());
  }

  @Test
  void a_point_off_the_scale_is_refused() {
    Road road = road("points-3", 0);
    road.receive("urgency 3 of 1").untilItRests();
    Work work = road.workOf("ada").orElseThrow();

    assertThatThrownBy(() -> save(road, work, new ScalePoint(6)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo("invalid-point");
              assertThat(refusal).hasMessage("scale: The scale of this project goes from 1 to 5.");
            });
  }

  private void save(Road road, Work work, Answer answer) {
    beans
        .getBean(WorkDesk.class)
        .saveDraft(
            road.person("ada"),
            work.packageId(),
            work.items().get(0).assignment(),
            0,
            WorkDesk.Said.of(answer),
            9);
  }

  private Road road(String key, double goldShare) {
    ProjectSettings settings =
        ProjectSettingsBuilder.ofScale(key)
            .annotatorsPerItem(3, 0)
            .goldShare(goldShare)
            .alsoAs("csv")
            .build();
    Road road =
        Road.named(beans, settings, "# Guideline\n\nHow urgent?\n")
            .annotator("ada", PASSWORD)
            .annotators("ben", "cleo")
            .reviewers("rita");
    if (goldShare > 0) {
      beans
          .getBean(GoldSink.class)
          .load(
              beans.getBean(Projects.class).require(key),
              "gold.jsonl",
              List.of(
                  new GoldLine(1, "g-1", "urgency 1 of gold", new ScalePoint(1)),
                  new GoldLine(2, "g-2", "urgency 4 of gold", new ScalePoint(4))));
    }
    return road;
  }

  private static List<String> texts() {
    return IntStream.range(0, ITEMS).mapToObj(n -> "urgency " + (1 + n % 5) + " of " + n).toList();
  }

  /** The point that a text names. */
  private static Answer named(String text) {
    return new ScalePoint(Integer.parseInt(text.split(" ")[1]));
  }

  /** Of the lowest point the next one. */
  private static Answer aPointHigher(String text) {
    return text.startsWith("urgency 1 ") ? new ScalePoint(2) : named(text);
  }

  private String rows(Road road) throws IOException {
    Path folder = data().resolve(Path.of("datasets", road.project(), road.project(), "csv"));
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readString(files.findFirst().orElseThrow());
    }
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
