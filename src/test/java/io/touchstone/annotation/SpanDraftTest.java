package io.touchstone.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts of spans as the editor sends them, and what is said of those that cannot be taken. */
class SpanDraftTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Test-Password-1";
  private static final String PILL = "{\"start\":0,\"end\":1,\"label\":\"drug\",\"text\":\"💊\"}";

  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;

  private Road road;
  private int version;

  private void start(boolean spans) {
    Options options = Options.standard().annotatorsPerItem(1);
    road = spans ? Road.ofSpans(beans, options) : Road.of(beans, options);
    road.annotator("ada", PASSWORD).receive("💊 twice").untilItRests();
  }

  private String[] login() {
    return new String[] {"Authorization", Machine.basic(road.person("ada").id(), PASSWORD)};
  }

  private JsonNode work() throws IOException {
    return JSON.readTree(new Machine(port).call("POST", "/api/v1/work/next", "{}", login()).body());
  }

  private HttpResponse<String> put(String body) throws IOException {
    JsonNode work = work();
    HttpResponse<String> answer =
        new Machine(port)
            .call(
                "PUT",
                "/api/v1/work/"
                    + work.get("package").asText()
                    + "/items/"
                    + work.at("/items/0/assignment").asText()
                    + "/draft",
                body,
                login()[0],
                login()[1],
                "If-Match",
                String.valueOf(version));
    version += answer.statusCode() == 200 ? 1 : 0;
    return answer;
  }

  private HttpResponse<String> putSpans(String spans) throws IOException {
    return put("{\"spans\": " + spans + ", \"activeSeconds\": 5}");
  }

  private HttpResponse<String> submit() throws IOException {
    return new Machine(port)
        .call(
            "POST",
            "/api/v1/work/" + work().get("package").asText() + "/submit",
            "",
            login()[0],
            login()[1],
            "Idempotency-Key",
            "k" + version);
  }

  @Test
  void a_draft_comes_back_as_it_was_sent_in_the_one_order() throws IOException {
    start(true);
    String twice = "{\"start\":2,\"end\":7,\"label\":\"dose\",\"text\":\"twice\"}";

    assertThat(putSpans("[" + twice + "," + PILL + "]").statusCode()).isEqualTo(200);

    JsonNode draft = work().at("/items/0/draft");
    assertThat(draft.get("spans")).isEqualTo(JSON.readTree("[" + PILL + "," + twice + "]"));
    assertThat(draft.get("label").isNull()).isTrue();
    assertThat(work().at("/items/0/candidates")).isEmpty();
  }

  @Test
  void an_empty_list_is_an_answer_and_null_is_none() throws IOException {
    start(true);
    assertThat(putSpans("null").statusCode()).isEqualTo(200);
    assertThat(work().at("/items/0/draft/spans").isNull()).isTrue();
    assertThat(submit().statusCode()).isEqualTo(422);

    assertThat(putSpans("[]").statusCode()).isEqualTo(200);
    assertThat(work().at("/items/0/draft/spans")).isEqualTo(JSON.readTree("[]"));
    assertThat(submit().statusCode()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_taken_is_refused_with_place_and_reason_and_changes_nothing()
      throws IOException {
    start(true);
    putSpans("[" + PILL + "]");

    assertRefused(
        "[" + PILL + ", {\"start\":2,\"end\":9,\"label\":\"dose\",\"text\":\"twice\"}]",
        "spans[1].end",
        "outside-text");
    assertRefused(
        "[{\"start\":2,\"end\":2,\"label\":\"dose\",\"text\":\"\"}]", "spans[0].end", "empty");
    assertRefused(
        "[{\"start\":2,\"end\":7,\"label\":\"dose\",\"text\":\"thrice\"}]",
        "spans[0].text",
        "other-text");
    assertRefused(
        "[{\"start\":2,\"end\":7,\"label\":\"red\",\"text\":\"twice\"}]",
        "spans[0].label",
        "unknown-label");
    assertRefused("[" + PILL + "," + PILL + "]", "spans[1]", "duplicate");
    assertRefused(
        "[" + PILL + ", {\"start\":0,\"end\":7,\"label\":\"dose\",\"text\":\"💊 twice\"}]",
        "spans[1]",
        "overlapping");
    assertRefused(
        "[{\"start\":1.5,\"end\":7,\"label\":\"dose\",\"text\":\"twice\"}]",
        "spans[0].start",
        "not-an-integer");
    assertRefused("\"drug\"", "spans", "not-a-list");

    assertThat(work().at("/items/0/draft/spans")).isEqualTo(JSON.readTree("[" + PILL + "]"));
  }

  private void assertRefused(String spans, String place, String reason) throws IOException {
    assertRefusal(putSpans(spans), place, reason);
  }

  private static void assertRefusal(HttpResponse<String> answer, String place, String reason)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("place").asText()).as(answer.body()).isEqualTo(place);
    assertThat(problem.get("reason").asText()).isEqualTo(reason);
    assertThat(answer.body()).doesNotContain("twice");
  }

  @Test
  void a_label_is_no_answer_where_spans_are_asked_for_and_the_other_way_round() throws IOException {
    start(true);
    assertRefusal(put("{\"label\": \"drug\", \"activeSeconds\": 5}"), "label", "label-on-spans");
    assertRefusal(
        put("{\"label\": \"drug\", \"spans\": [], \"activeSeconds\": 5}"),
        "label",
        "label-on-spans");

    start(false);
    assertThat(work().get("task").asText()).isEqualTo("classification");
    assertRefusal(put("{\"spans\": [], \"activeSeconds\": 5}"), "spans", "spans-on-label");
  }
}
