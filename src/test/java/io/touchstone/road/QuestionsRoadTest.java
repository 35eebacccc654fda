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
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.sheet.SheetAnswer;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
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
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A project that asks what a thing is, of tools how worn they are, and who made it, from the
 * delivery to the published version.
 */
class QuestionsRoadTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Test-Password-1";
  private static final int ITEMS = 24;

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  @Test
  void each_question_is_settled_by_itself_and_published_with_its_own_votes() throws IOException {
    Road road = road("questions-1", 0);
    road.receive(texts().toArray(String[]::new)).untilItRests();
    road.answers("ada", QuestionsRoadTest::read)
        .answers("ben", text -> text.contains("argued") ? with(read(text), "wear", 1) : read(text))
        .answers("cleo", QuestionsRoadTest::carelessly)
        .untilItRests();

    assertThat(reviews(road))
        .as("three people, three points; what a thing is, two of three say with enough certainty")
        .isEqualTo(Map.of("wear", 4L));
    Work review = road.workOf("rita").orElseThrow();
    assertThat(review.task()).isEqualTo("questions");
    road.answers("rita", QuestionsRoadTest::read).untilItRests();
    road.resolve("accept", "The reviewer has decided what was argued about.");
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records).hasSize(ITEMS);
    records.forEach(
        (text, record) -> {
          JsonNode answers = record.get("answers");
          boolean tool = text.contains("hammer");
          assertThat(answers.at("/sort/label").asText()).as(text).isEqualTo(tool ? "tool" : "toy");
          assertThat(answers.at("/sort/votes").toString())
              .as(text)
              .isEqualTo(
                  text.contains("mistaken")
                      ? "{\"tool\":2,\"toy\":1}"
                      : tool ? "{\"tool\":3}" : "{\"toy\":3}");
          assertThat(answers.has("wear")).as(text).isEqualTo(tool);
          assertThat(answers.at("/makers/judgements").asInt()).isEqualTo(3);
          assertThat(answers.at("/makers/spans")).hasSize(text.contains("Acme") ? 1 : 0);
        });
    String mistaken = texts().stream().filter(text -> text.contains("mistaken")).findFirst().get();
    assertThat(records.get(mistaken).at("/answers/wear/votes").toString())
        .as("who says toy is not asked how worn it is")
        .isEqualTo("{\"2\":2}");
    assertThat(card(road))
        .contains("| How worn is it? | ")
        .contains("| Who made it? | 100.0 % | 1.000 (1.000 to 1.000), exact span F1 |");
    assertThat(rows(road)).contains("{\"\"makers\"\":{\"\"spans\"\":[");
  }

  /**
   * Sixteen hammers, eight dolls; of the hammers cleo takes four for dolls, so that on four items
   * of 24 one pair of three agrees. Fleiss 1971, equations 4 to 7, by hand.
   */
  @Test
  void agreement_is_measured_by_question_and_the_gate_reads_the_worst() throws IOException {
    Road road = road("questions-2", 0.3);
    road.receive(texts().toArray(String[]::new)).untilItRests();
    road.answers("ada", QuestionsRoadTest::read)
        .answers("ben", text -> text.contains("argued") ? with(read(text), "wear", 1) : read(text))
        .answers("cleo", QuestionsRoadTest::carelessly)
        .untilItRests();

    JsonNode numbers = numbers(road);
    assertThat(numbers.get("questions")).hasSize(3);
    JsonNode sort = numbers.at("/questions/0/numbers");
    double tools = (3 * 16 - 4) / 72.0;
    double observed = (20 + 4 / 3.0) / 24;
    double byChance = tools * tools + (1 - tools) * (1 - tools);
    double kappa = (observed - byChance) / (1 - byChance);
    assertThat(numbers.at("/questions/0/question").asText()).isEqualTo("sort");
    assertThat(sort.at("/metric/name").asText()).isEqualTo("fleissKappa");
    assertThat(sort.at("/agreement/value").asDouble()).isCloseTo(kappa, within(1e-9));

    JsonNode wear = numbers.at("/questions/1/numbers");
    assertThat(numbers.at("/questions/1/ask").asText()).isEqualTo("How worn is it?");
    assertThat(wear.at("/metric/name").asText()).isEqualTo("alphaOrdinal");
    assertThat(wear.at("/judgements").asLong())
        .as("of three people on sixteen hammers, without those who took one for a doll")
        .isEqualTo(3 * 16 - 4);
    assertThat(numbers.at("/questions/2/numbers/metric/name").asText()).isEqualTo("spanF1Exact");
    assertThat(numbers.at("/questions/2/numbers/agreement/value").asDouble()).isEqualTo(1);

    assertThat(numbers.get("agreement"))
        .as("how worn a hammer is, they agree on least")
        .isEqualTo(wear.get("agreement"));
    assertThat(variable(road, "agreementQuestion")).isEqualTo("wear");
    assertThat(numbers.at("/gold/count").asLong()).isPositive();
    assertThat(numbers.at("/gold/correct").asLong())
        .as("cleo takes the known hammer for a doll")
        .isLessThan(numbers.at("/gold/count").asLong());
  }

  @Test
  void what_is_missing_may_be_saved_and_not_submitted() {
    Road road = road("questions-3", 0);
    road.receive("hammer wear 2 by Acme").untilItRests();
    Work work = road.workOf("ada").orElseThrow();

    save(road, work, 0, SheetAnswer.of(Map.of("sort", new ClassLabel("tool"))));
    assertThatThrownBy(() -> submit(road, work))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));

    save(road, work, 1, read("hammer wear 2 by Acme"));
    submit(road, work);
    assertThat(road.workOf("ada")).isEmpty();
  }

  @Test
  void an_answer_to_a_question_that_was_not_asked_is_refused_with_its_place() {
    Road road = road("questions-4", 0);
    road.receive("doll").untilItRests();
    Work work = road.workOf("ada").orElseThrow();
    Answer wornToy =
        SheetAnswer.of(Map.of("sort", new ClassLabel("toy"), "wear", new ScalePoint(2)));

    assertThatThrownBy(() -> save(road, work, 0, wornToy))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo("invalid-answers");
              assertThat(refusal).hasMessageStartingWith("answers.wear: ");
            });
  }

  private void save(Road road, Work work, int version, Answer answer) {
    beans
        .getBean(WorkDesk.class)
        .saveDraft(
            road.person("ada"),
            work.packageId(),
            work.items().get(0).assignment(),
            version,
            WorkDesk.Said.of(answer),
            9);
  }

  private void submit(Road road, Work work) {
    beans.getBean(WorkDesk.class).submit(road.person("ada"), work.packageId(), "once");
  }

  private Road road(String key, double goldShare) {
    ProjectSettings settings =
        ProjectSettingsBuilder.ofQuestions(key)
            .annotatorsPerItem(3, 0)
            .goldShare(goldShare)
            .alsoAs("csv")
            .build();
    Road road =
        Road.named(beans, settings, "# Guideline\n\nWhat is it?\n")
            .annotator("ada", PASSWORD)
            .annotators("ben", "cleo")
            .reviewers("rita");
    if (goldShare > 0) {
      String hammer = "Known: hammer wear 2 by Acme mistaken";
      String doll = "Known: doll";
      beans
          .getBean(GoldSink.class)
          .load(
              beans.getBean(Projects.class).require(key),
              "gold.jsonl",
              List.of(
                  new GoldLine(1, "g-1", hammer, read(hammer)),
                  new GoldLine(2, "g-2", doll, read(doll))));
    }
    return road;
  }

  private static List<String> texts() {
    return IntStream.range(0, ITEMS)
        .mapToObj(
            n ->
                switch (n % 6) {
                  case 0 -> "hammer wear 1 by Acme, number " + n;
                  case 1 -> "hammer wear 3, number " + n;
                  case 2 -> "hammer wear 2, argued about, number " + n;
                  case 3 -> "hammer wear 2 by Acme, mistaken, number " + n;
                  case 4 -> "doll by Acme, number " + n;
                  default -> "doll, number " + n;
                })
        .toList();
  }

  /** What a text says. */
  private static Answer read(String text) {
    Map<String, Answer> answers = new TreeMap<>();
    boolean tool = text.contains("hammer");
    answers.put("sort", new ClassLabel(tool ? "tool" : "toy"));
    if (tool) {
      answers.put(
          "wear", new ScalePoint(Character.digit(text.charAt(text.indexOf("wear ") + 5), 10)));
    }
    int at = text.indexOf("Acme");
    answers.put(
        "makers", new SpanSet(at < 0 ? List.of() : List.of(new Span(at, at + 4, "maker", "Acme"))));
    return SheetAnswer.of(answers);
  }

  private static Answer carelessly(String text) {
    if (text.contains("mistaken")) {
      return changed(
          read(text),
          answers -> {
            answers.put("sort", new ClassLabel("toy"));
            answers.remove("wear");
            return answers;
          });
    }
    return text.contains("argued") ? with(read(text), "wear", 3) : read(text);
  }

  private static Answer with(Answer answer, String question, int point) {
    return changed(
        answer,
        answers -> {
          answers.put(question, new ScalePoint(point));
          return answers;
        });
  }

  private static Answer changed(Answer answer, UnaryOperator<Map<String, Answer>> change) {
    return SheetAnswer.of(change.apply(new TreeMap<>(((SheetAnswer) answer).byQuestion())));
  }

  /** Items that went to a reviewer, by the question that sent them there. */
  private Map<String, Long> reviews(Road road) {
    Map<String, Long> reviews = new TreeMap<>();
    database
        .sql(
            """
            select inputs ->> 'question', count(*) from touchstone.item_route
            where batch_id = ? and route = 'review' group by 1
            """)
        .param(road.batchId())
        .query(
            row -> {
              reviews.put(row.getString(1), row.getLong(2));
            });
    return reviews;
  }

  private Object variable(Road road, String name) {
    HistoryService history = beans.getBean(HistoryService.class);
    return history.createHistoricVariableInstanceQuery().variableName(name).list().stream()
        .filter(
            each ->
                history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(each.getProcessInstanceId())
                        .processInstanceBusinessKey(road.batchId())
                        .count()
                    > 0)
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private String card(Road road) throws IOException {
    return Files.readString(
        data().resolve(Path.of("datasets", road.project(), road.project(), "README.md")));
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
