package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.classes.ClassSet;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project in which items have several labels, from the delivery to the published version. */
class ClassesRoadTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Test-Password-1";

  private static final int ITEMS = 20;

  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;

  @Test
  void twenty_things_become_a_version_with_their_colours() throws IOException {
    Road road = road("several-1", 0);
    road.receive(texts().toArray(String[]::new)).untilItRests();
    road.answers("ada", ClassesRoadTest::named)
        .answers("ben", ClassesRoadTest::named)
        .answers("cleo", ClassesRoadTest::carelessly)
        .untilItRests();

    Work review = road.workOf("rita").orElseThrow();
    assertThat(review.task()).isEqualTo("classes");
    assertThat(review.rules()).isEqualTo(Map.of("noneAllowed", true));
    assertThat(review.items())
        .filteredOn(item -> !item.candidates().isEmpty())
        .as("each different answer once, on those that are not decided blind")
        .allSatisfy(
            item ->
                assertThat(item.candidates())
                    .extracting(JsonNode::toString)
                    .containsExactlyInAnyOrder("[\"blue\",\"red\"]", "[\"red\"]"))
        .isNotEmpty();
    road.answers("rita", ClassesRoadTest::named).untilItRests();
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records).hasSize(ITEMS);
    records.forEach(
        (text, record) -> {
          boolean disputed = text.endsWith(" disputed");
          assertThat(record.get("classes")).as(text).isEqualTo(named(text).json());
          assertThat(record.get("judgements").asInt()).isEqualTo(3);
          assertThat(record.at("/votes/blue").asInt())
              .as(text)
              .isEqualTo(text.contains("blue") ? disputed ? 2 : 3 : 0);
        });
    assertThat(rows(road)).contains("[\"\"blue\"\",\"\"red\"\"]").contains("\"[]\"");
  }

  /**
   * Sixteen items on which all agree and four with {blue, red} twice and {red} once. MASI of those
   * two is 1 - 1/2 * 2/3 = 2/3 (Passonneau 2006). Observed: 4 items with 2 of 3 pairs apart.
   */
  @Test
  void agreement_is_measured_over_sets_and_known_answers_count_when_they_are_equal()
      throws IOException {
    Road road = road("several-2", 0.3);
    road.receive(texts().toArray(String[]::new)).untilItRests();
    road.answers("ada", ClassesRoadTest::named)
        .answers("ben", ClassesRoadTest::named)
        .answers("cleo", ClassesRoadTest::carelessly)
        .untilItRests();

    JsonNode numbers = numbers(road);
    assertThat(numbers.at("/metric/name").asText()).isEqualTo("alphaMasi");
    assertThat(numbers.at("/metric/rule").asText()).isEqualTo("classes");
    assertThat(numbers.at("/agreement/value").asDouble()).isCloseTo(alphaMasi(), within(1e-9));
    assertThat(numbers.at("/perLabel")).hasSize(2);
    assertThat(numbers.at("/gold/count").asLong()).isPositive();
    assertThat(numbers.at("/gold/correct").asLong())
        .as("one of the two known answers has two colours, of which cleo gives one")
        .isLessThan(numbers.at("/gold/count").asLong());
  }

  /** Krippendorff 2011 with the distances above, term by term. */
  private static double alphaMasi() {
    Map<String, Integer> given = new java.util.TreeMap<>();
    double observed = 0;
    for (String text : texts()) {
      List<String> sets =
          Stream.of(named(text), named(text), carelessly(text)).map(Object::toString).toList();
      sets.forEach(set -> given.merge(set, 1, Integer::sum));
      observed += sets.get(0).equals(sets.get(2)) ? 0 : 2 * (2.0 / 3) / 2;
    }
    int n = 3 * ITEMS;
    double expected = 0;
    List<String> sets = List.copyOf(given.keySet());
    for (int a = 0; a < sets.size(); a++) {
      for (int b = 0; b < a; b++) {
        double distance = sets.get(a).contains("red") && sets.get(b).contains("red") ? 2.0 / 3 : 1;
        if (sets.get(a).contains("blue") && sets.get(b).contains("blue")) {
          distance = 2.0 / 3;
        }
        expected += given.get(sets.get(a)) * given.get(sets.get(b)) * distance;
      }
    }
    return 1 - (n - 1) * observed / expected;
  }

  @Test
  void an_answer_is_refused_with_its_place() {
    Road road = road("several-3", 0);
    road.receive("red thing").untilItRests();
    Work work = road.workOf("ada").orElseThrow();

    assertThatThrownBy(() -> save(road, work, new ClassSet(List.of("blue", "green"))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo("invalid-classes");
              assertThat(refusal).hasMessageStartingWith("classes[1]: ");
            });
  }

  /** Queries that go by a batch's version read it from the stored settings, others are told it. */
  @Test
  void known_answers_count_from_the_same_f1_wherever_they_are_counted() {
    ProjectSettings settings =
        ProjectSettingsBuilder.ofSeveralClasses("several-4").goldClassesF1(0.6).build();
    Road road = Road.named(beans, settings, "# Guideline\n\nWhich colours?\n");

    assertThat(
            beans
                .getBean(JdbcClient.class)
                .sql(
                    """
                    select touchstone.answers_same(
                             '{"answer": {"classes": ["blue", "red"]}}',
                             '{"answer": {"classes": ["blue"]}}',
                             touchstone.same_from(settings))
                    from touchstone.project_version where project_key = ?
                    """)
                .param(road.project())
                .query(Boolean.class)
                .single())
        .as("F1 of one class of two is 2/3")
        .isTrue();
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
        ProjectSettingsBuilder.ofSeveralClasses(key)
            .annotatorsPerItem(3, 0)
            .goldShare(goldShare)
            .alsoAs("csv")
            .build();
    Road road =
        Road.named(beans, settings, "# Guideline\n\nWhich colours?\n")
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
                  new GoldLine(1, "g-1", "Known: red and blue disputed", named("red blue")),
                  new GoldLine(2, "g-2", "Known: red", named("red"))));
    }
    return road;
  }

  private static List<String> texts() {
    return IntStream.range(0, ITEMS)
        .mapToObj(
            n ->
                switch (n % 5) {
                  case 0 -> "red thing " + n;
                  case 1 -> "blue thing " + n;
                  case 2 -> "red and blue thing " + n;
                  case 3 -> "plain thing " + n;
                  default -> "red and blue thing " + n + " disputed";
                })
        .toList();
  }

  /** The colours that a text names. */
  private static Answer named(String text) {
    return new ClassSet(
        Stream.of(text.split(" ")).filter(List.of("red", "blue")::contains).toList());
  }

  private static Answer carelessly(String text) {
    return text.endsWith(" disputed") ? new ClassSet(List.of("red")) : named(text);
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
