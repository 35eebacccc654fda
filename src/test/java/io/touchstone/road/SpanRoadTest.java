package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.MarkedText;
import io.touchstone.project.Span;
import io.touchstone.project.TestProjects.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
    Work adjudication = road.workOf("rita").orElseThrow();
    assertThat(adjudication.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.candidates()).isEmpty();
              assertThat(item.spanCandidates())
                  .containsExactlyInAnyOrder(DISPUTED.spans(), only(0), only(2));
            });
    road.marks("rita", (person, text) -> DISPUTED.spans().subList(0, 2)).untilItRests();
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = records();
    assertThat(records).hasSize(8);
    for (MarkedText note : NOTES.subList(0, 7)) {
      JsonNode record = records.get(note.text());
      assertThat(spans(record)).isEqualTo(note.spans());
      assertThat(record.get("method").asText()).isEqualTo("majority");
      assertThat(record.get("judgements").asInt()).isEqualTo(3);
      record.get("spans").forEach(span -> assertThat(span.get("votes").asInt()).isEqualTo(3));
    }
    JsonNode disputed = records.get(DISPUTED.text());
    assertThat(spans(disputed)).isEqualTo(DISPUTED.spans().subList(0, 2));
    assertThat(disputed.get("method").asText()).isEqualTo("adjudication");
    assertThat(disputed.at("/spans/0/votes").asInt()).isEqualTo(2);
    assertThat(disputed.at("/spans/1/votes").asInt()).isEqualTo(1);
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
    List<JsonNode> records = new ArrayList<>();
    Path folder = data().resolve(Path.of("datasets", road.project(), road.project(), "data"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          records.add(JSON.readTree(line));
        }
      }
    }
    return records.stream()
        .collect(Collectors.toMap(record -> record.get("text").asText(), record -> record));
  }

  private static List<Span> spans(JsonNode record) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : record.get("spans")) {
      spans.add(
          new Span(
              span.get("start").asInt(),
              span.get("end").asInt(),
              span.get("label").asText(),
              span.get("text").asText()));
    }
    return spans;
  }
}
