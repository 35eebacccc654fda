package io.touchstone.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.simulation.SimulatedPerson;
import io.touchstone.simulation.SimulatedTeam;
import io.touchstone.simulation.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project in which stretches of text are marked, from the delivery to the published version. */
class SpanRoadTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Test-Password-1";

  /** What is right; the last one is disputed. Nobody is to mark anything in the fourth. */
  private static final List<MarkedText> NOTES =
      Stream.of(
              "Give [drug:ibuprofen] [dose:400 mg] at night.",
              "Stop [drug:warfarin] today.",
              "[drug:Metformin] [dose:850 mg] with meals, then [drug:insulin].",
              "Slept well, no complaints.",
              "💊 [drug:パラセタモール] [dose:𝟓𝟎𝟎 mg] twice",
              "אין כאב, [drug:אספירין] [dose:100 מג] בבוקר",
              "Restart [drug:ramipril] [dose:5 mg].",
              "Maybe [drug:aspirin] [dose:75 mg] or [drug:clopidogrel].")
          .map(MarkedText::of)
          .toList();

  private static final MarkedText DISPUTED = NOTES.get(7);
  private static final Map<String, List<Span>> TRUTH =
      NOTES.stream().collect(Collectors.toMap(MarkedText::text, MarkedText::spans));

  private static final Map<String, String> ITEM_OF =
      Map.of(
          "judgement_answer",
          "(select item_id from touchstone.judgement where id = stored.judgement_id)");

  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;

  private Road road;

  @Test
  void eight_notes_become_a_version_with_their_spans() throws IOException {
    road =
        Road.ofSpans(beans, Options.standard().annotatorsPerItem(3))
            .annotator("ada", PASSWORD)
            .annotators("ben", "cleo")
            .reviewers("rita")
            .receive(NOTES.stream().map(MarkedText::text).toArray(String[]::new))
            .untilItRests();

    markOverHttp("ada", text -> TRUTH.get(text));
    road.marks("ben", (person, text) -> text.equals(DISPUTED.text()) ? only(0) : TRUTH.get(text));
    road.marks("cleo", (person, text) -> text.equals(DISPUTED.text()) ? only(2) : TRUTH.get(text));
    road.untilItRests();
    List<Span> settled = DISPUTED.spans().subList(0, 2);
    Work adjudication = road.workOf("rita").orElseThrow();
    assertThat(adjudication.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.candidates())
                  .containsExactlyInAnyOrder(
                      new SpanSet(DISPUTED.spans()).json(),
                      new SpanSet(only(0)).json(),
                      new SpanSet(only(2)).json());
            });
    road.marks("rita", (person, text) -> text.equals(DISPUTED.text()) ? settled : TRUTH.get(text))
        .untilItRests();
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = records();
    assertThat(records).hasSize(8);
    for (MarkedText note : NOTES.subList(0, 7)) {
      JsonNode record = records.get(note.text());
      assertThat(spans(record)).isEqualTo(note.spans());
      assertThat(record.get("judgements").asInt()).isEqualTo(3);
      record.get("spans").forEach(span -> assertThat(span.get("votes").asInt()).isEqualTo(3));
    }
    assertThat(records.values())
        .as("a blind sample of five of the seven that votes have settled, and the disputed one")
        .extracting(record -> record.get("method").asText())
        .filteredOn("adjudication"::equals)
        .hasSize(6);
    JsonNode disputed = records.get(DISPUTED.text());
    assertThat(spans(disputed)).isEqualTo(settled);
    assertThat(disputed.get("method").asText()).isEqualTo("adjudication");
    assertThat(disputed.at("/spans/0/votes").asInt()).isEqualTo(2);
    assertThat(disputed.at("/spans/1/votes").asInt()).isEqualTo(1);
    judgementsLeaveWithPlacesAndWithoutWords();
    noStoredAnswerCarriesTheTextThatItCovers("judgement_answer", "verdict_answer", "audit_sample");
    theAuditorSeesWhoMarkedWhatAndNoWordUnasked(disputed.get("id").asText());
  }

  @Test
  void simulated_people_mark_around_masks_and_the_numbers_found_are_those_planted()
      throws IOException {
    String gold = "Known: [drug:aspirin] [dose:75 mg], [drug:insulin], [drug:heparin], [drug:zinc]";
    String other =
        "Known: [drug:codeine] [dose:30 mg], [drug:insulin], [drug:heparin], [drug:zinc]";
    road =
        Road.ofSpans(beans, Options.standard().annotatorsPerItem(3).gold(0.3, 0), gold, other)
            .simulatedAnnotators("ada", "ben")
            .annotators("cleo")
            .simulatedReviewers("rita")
            .receiveLines(
                IntStream.rangeClosed(1, 20).mapToObj(SpanRoadTest::rawRow).collect(joining()))
            .untilItRests();
    SimulatedTeam team = beans.getBean(SimulatedTeam.class);
    Truth truth = Truth.read(new ByteArrayResource(truthFile(20).getBytes(UTF_8)));
    Hmac seed = Hmac.of(new byte[] {7});

    team.work(List.of(simulated("ada"), simulated("ben")), truth, seed);
    road.marks("cleo", (person, text) -> halfOf(text));
    road.untilItRests();
    team.work(List.of(simulated("rita")), truth, seed);
    road.untilItRests().decideRelease("tom", "approve", "");

    assertThat(road.batch().state()).isEqualTo(Batch.State.DONE);
    records()
        .forEach(
            (text, record) ->
                assertThat(spans(record))
                    .as(text)
                    .extracting(Span::text)
                    .containsExactly("ibuprofen", text.replaceAll(".* at (.*) now", "$1")));
    JsonNode numbers =
        JSON.readTree(
                new Machine(port)
                    .call(
                        "GET",
                        "/api/v1/batches/" + road.batchId() + "/quality",
                        "",
                        "Authorization",
                        Machine.basic("admin", PASSWORD))
                    .body())
            .at("/reports/0/numbers");
    assertThat(numbers.at("/agreement/name").asText()).isEqualTo("spanF1Exact");
    assertThat(numbers.at("/agreement/value").asDouble())
        .as("10 items with 2 + 1 + 1 common of 4 + 3 + 3, 10 with 2 + 2 + 2 of 4 + 4 + 4")
        .isCloseTo(200.0 / 220, within(1e-12));
    // On half of the items one of three differs: one of their three pairs is equal there.
    assertThat(numbers.at("/percentAgreement/value").asDouble())
        .isCloseTo((1 + 1.0 / 3) / 2, within(1e-12));
    assertThat(numbers.at("/coefficients/1/name").asText()).isEqualTo("unanimity");
    assertThat(numbers.at("/coefficients/1/value").asDouble()).isEqualTo(0.5);
    assertThat(numbers.at("/alpha/reason").asText()).isEqualTo("NOT_APPLICABLE");
    assertThat(numbers.at("/perSpanLabel")).hasSize(2);
    assertThat(numbers.at("/gold/count").asLong()).as("half of two, for each").isEqualTo(3);
    assertThat(numbers.at("/gold/correct").asLong()).as("cleo errs on either").isEqualTo(2);
    noStoredAnswerCarriesTheTextThatItCovers("judgement_answer", "verdict_answer", "gold_item");
  }

  private SimulatedPerson simulated(String name) {
    return new SimulatedPerson(road.person(name).id(), name, 1, 12);
  }

  /** Cleo leaves the dose out up to ten, and finds two of the four spans of the known answer. */
  private static List<Span> halfOf(String text) {
    List<Span> marked = new ArrayList<>();
    Matcher found = Pattern.compile("ibuprofen|(?<=at )\\d+ mg|aspirin|75 mg").matcher(text);
    while (found.find()) {
      String word = found.group();
      boolean dose = word.endsWith("mg");
      if (!dose || word.startsWith("75") || Integer.parseInt(word.split(" ")[0]) > 10) {
        int start = text.codePointCount(0, found.start());
        int end = start + word.length();
        marked.add(new Span(start, end, dose ? "dose" : "drug", word));
      }
    }
    return marked;
  }

  /** An address that de-identification masks stands before the spans, so that places move. */
  private static String rawRow(int number) {
    return "{\"id\": \"n" + number + "\", \"text\": \"" + rawText(number).text() + "\"}\n";
  }

  private static MarkedText rawText(int number) {
    return MarkedText.of(
        "💊 ann.bell"
            + number
            + "@example.org takes [drug:ibuprofen] at [dose:"
            + number
            + " mg] now");
  }

  private static String truthFile(int rows) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int number = 1; number <= rows; number++) {
      List<Map<String, Object>> spans = new ArrayList<>();
      for (Span span : rawText(number).spans()) {
        spans.add(Map.of("start", span.start(), "end", span.end(), "label", span.label()));
      }
      lines
          .append(JSON.writeValueAsString(Map.of("id", "n" + number, "spans", spans)))
          .append('\n');
    }
    return lines.toString();
  }

  private void judgementsLeaveWithPlacesAndWithoutWords() {
    assertThat(asAdministrator("/batches/" + road.batchId() + "/judgements"))
        .contains("\"spans\":[{\"start\":2,\"end\":9,\"label\":\"drug\"}")
        .doesNotContain("aspirin");
  }

  private void noStoredAnswerCarriesTheTextThatItCovers(String... tables) {
    for (String table : tables) {
      List<String> stored =
          beans
              .getBean(JdbcClient.class)
              .sql(
                  """
                  select span::text from touchstone.%s stored, touchstone.item i,
                    jsonb_path_query(to_jsonb(stored), '$.**.spans[*]') as said (span)
                  where i.id = %s and i.project_key = :project
                  """
                      .formatted(table, ITEM_OF.getOrDefault(table, "stored.item_id")))
              .param("project", road.project())
              .query(String.class)
              .list();
      assertThat(stored)
          .as(table)
          .isNotEmpty()
          .allMatch(
              Pattern.compile("\\{\"end\": \\d+, \"label\": \"(drug|dose)\", \"start\": \\d+}")
                  .asMatchPredicate());
    }
  }

  private void theAuditorSeesWhoMarkedWhatAndNoWordUnasked(String item) throws IOException {
    String record = asAdministrator("/audit/items/" + item);

    assertThat(record).doesNotContain("aspirin");
    JsonNode seen = JSON.readTree(record);
    assertThat(seen.get("judgements")).hasSize(4);
    assertThat(seen.at("/verdicts/0/spans")).hasSize(2);
    assertThat(seen.at("/verdicts/0/spans/0").get("start").asInt()).isEqualTo(6);
  }

  private String asAdministrator(String path) {
    return new Machine(port)
        .call("GET", "/api/v1" + path, "", "Authorization", Machine.basic("admin", PASSWORD))
        .body();
  }

  private static List<Span> only(int index) {
    return List.of(DISPUTED.spans().get(index));
  }

  /** As the editor does it: the task is told, each item is put, the package is submitted. */
  private void markOverHttp(String name, Function<String, List<Span>> marks) throws IOException {
    String user = road.person(name).id();
    Machine machine = new Machine(port);
    String[] login = {"Authorization", Machine.basic(user, PASSWORD)};
    JsonNode work = JSON.readTree(machine.call("POST", "/api/v1/work/next", "{}", login).body());
    assertThat(work.get("task").asText()).isEqualTo("spans");
    for (JsonNode item : work.get("items")) {
      String body =
          JSON.writeValueAsString(
              Map.of("spans", marks.apply(item.get("text").asText()), "activeSeconds", 12));
      var answer =
          machine.call(
              "PUT",
              "/api/v1/work/"
                  + work.get("package").asText()
                  + "/items/"
                  + item.get("assignment").asText()
                  + "/draft",
              body,
              login[0],
              login[1],
              "If-Match",
              "\"0\"");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    road.anHourPasses();
    var submitted =
        machine.call(
            "POST",
            "/api/v1/work/" + work.get("package").asText() + "/submit",
            "",
            login[0],
            login[1],
            "Idempotency-Key",
            "once");
    assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
  }

  private Map<String, JsonNode> records() throws IOException {
    return PublishedRecords.byText(data(), road.project());
  }

  private static List<Span> spans(JsonNode record) {
    return PublishedRecords.spans(record);
  }
}
