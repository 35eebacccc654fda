package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.ingestion.item.Reconciliation;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stage 1 over HTTP. */
class IngestionDoorTest extends IntegrationTest {

  private static final String PASSWORD = "Test-Password-2";
  private static final String BATCHES = "/projects/support-tickets/batches";

  @Autowired private Directory directory;
  @Autowired private Ingestion ingestion;
  @LocalServerPort private int port;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void people() {
    directory.add("ingestmanager", "Dora", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add("ingestannotator", "Ada", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    directory.add("ingestauditor", "Otto", Optional.of(PASSWORD), Set.of(Role.AUDITOR));
  }

  @Test
  void a_json_lines_body_is_accepted_and_its_manifest_can_be_read() throws Exception {
    HttpResponse<String> answer =
        post(
            "ingestmanager",
            BATCHES,
            "application/jsonl",
            "{\"id\":\"a\",\"text\":\"mail a@example.org\"}\n{\"id\":\"b\",\"text\":\"\"}\n");
    assertThat(answer.statusCode()).isEqualTo(202);
    String batch = json.readTree(answer.body()).get("batchId").asText();
    assertThat(batch).startsWith("support-tickets-");
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/batches/" + batch);

    ingestion.ingestChunk(batch);
    HttpResponse<String> manifest = get("ingestauditor", "/batches/" + batch + "/manifest");
    assertThat(manifest.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-ndjson");
    List<String> lines = manifest.body().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode ok = json.readTree(lines.get(0));
    assertThat(ok.get("status").asText()).isEqualTo("ok");
    assertThat(ok.get("row").asInt()).isEqualTo(1);
    assertThat(ok.get("findings").get("EMAIL").asInt()).isEqualTo(1);
    JsonNode rejected = json.readTree(lines.get(1));
    assertThat(rejected.get("reason").asText()).isEqualTo("EMPTY_TEXT");
    assertThat(rejected.get("sentence").asText())
        .isEqualTo("Line 2: the text is empty. Give the row a text or remove it.");
  }

  @Test
  void files_of_a_multipart_body_become_the_sources_of_one_batch() throws Exception {
    String body =
        part("x.csv", "text/csv", "id,text\r\n1,one\r\n")
            + "--cut\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nnot a file\r\n"
            + part("y.ndjson", "application/octet-stream", "{\"text\":\"two\"}")
            + "--cut--\r\n";
    HttpResponse<String> answer =
        post("ingestmanager", BATCHES, "multipart/form-data; boundary=cut", body);
    assertThat(answer.statusCode()).isEqualTo(202);
    String batch = json.readTree(answer.body()).get("batchId").asText();
    while (ingestion.ingestChunk(batch)) {
      // Until both sources are read.
    }
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(2, 2, 0, 0, 0, 0));
  }

  @Test
  void a_multipart_body_that_is_cut_off_is_refused_with_a_sentence() throws Exception {
    HttpResponse<String> answer =
        post(
            "ingestmanager",
            BATCHES,
            "multipart/form-data; boundary=cut",
            "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.csv\"\r\n\r\nid,te");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).get("type").asText())
        .isEqualTo("/problems/delivery-broken-off");
  }

  @Test
  void what_cannot_be_a_batch_is_refused_with_a_sentence() throws Exception {
    assertRefused(415, "ingestmanager", "application/x-www-form-urlencoded", "a=b");
    assertRefused(415, "ingestmanager", "application/json", "{}");
    assertRefused(422, "ingestmanager", "text/csv", "");
    assertRefused(422, "ingestmanager", "application/x-ndjson", "[\n1\n]");
    assertRefused(403, "ingestannotator", "text/csv", "id,text\n1,one");
    assertThat(post("ingestmanager", "/projects/none/batches", "text/csv", "text\na").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_delivery_that_came_before_is_said_with_its_batch_and_taken_only_when_that_is_asked_for()
      throws Exception {
    String first = "{\"text\": \"came before\"}\n";
    String batch =
        json.readTree(post("ingestmanager", BATCHES, "application/jsonl", first).body())
            .get("batchId")
            .asText();
    String two =
        part("a.jsonl", "application/jsonl", "{\"text\": \"never came\"}\n")
            + part("b.jsonl", "application/jsonl", first)
            + "--cut--\r\n";

    HttpResponse<String> whole = post("ingestmanager", BATCHES, "application/jsonl", first);
    HttpResponse<String> part =
        post("ingestmanager", BATCHES, "multipart/form-data; boundary=cut", two);
    HttpResponse<String> again =
        post("ingestmanager", BATCHES + "?again=true", "application/jsonl", first);

    assertThat(whole.statusCode()).isEqualTo(409);
    assertThat(json.readTree(whole.body()).get("type").asText())
        .isEqualTo("/problems/delivery-came-before");
    assertThat(json.readTree(whole.body()).get("batch").asText()).isEqualTo(batch);
    assertThat(json.readTree(whole.body()).get("detail").asText())
        .contains("This delivery came before", "in batch " + batch, "again=true");
    assertThat(json.readTree(part.body()).get("files").toString()).isEqualTo("[2]");
    assertThat(json.readTree(part.body()).get("detail").asText()).contains("1 of the 2 files");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(number(again)).isEqualTo(1 + Integer.parseInt(batch.replaceAll(".*-", "")));
  }

  @Test
  void a_refused_upload_uses_up_no_number() throws Exception {
    int before =
        number(post("ingestmanager", BATCHES, "application/jsonl", "{\"text\": \"number one\"}\n"));
    assertRefused(422, "ingestmanager", "text/csv", "");
    assertRefused(422, "ingestmanager", "application/x-ndjson", "[\n1\n]");
    int after =
        number(post("ingestmanager", BATCHES, "application/jsonl", "{\"text\": \"number two\"}\n"));

    assertThat(after).isEqualTo(before + 1);
  }

  private int number(HttpResponse<String> answer) throws IOException {
    return Integer.parseInt(
        json.readTree(answer.body()).get("batchId").asText().replaceAll(".*-", ""));
  }

  @Test
  void a_manifest_is_not_for_annotators_and_an_unknown_one_is_404() throws Exception {
    assertThat(get("ingestannotator", "/batches/support-tickets-1/manifest").statusCode())
        .isEqualTo(403);
    assertThat(get("ingestauditor", "/batches/none-1/manifest").statusCode()).isEqualTo(404);
  }

  @Test
  void a_preview_shows_what_would_be_removed_and_why() throws Exception {
    HttpResponse<String> answer =
        post(
            "ingestmanager",
            "/redaction/preview",
            "application/json",
            "{\"project\":\"support-tickets\",\"text\":\"\uD83D\uDE00 Pay GB82 WEST 1234 5698 7654"
                + " 32\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode preview = json.readTree(answer.body());
    assertThat(preview.get("text").asText()).isEqualTo("\uD83D\uDE00 Pay [IBAN]");
    JsonNode finding = preview.get("findings").get(0);
    assertThat(finding.get("type").asText()).isEqualTo("IBAN");
    assertThat(finding.get("start").asInt()).isEqualTo(6);
    assertThat(finding.get("end").asInt()).isEqualTo(33);
    assertThat(finding.get("recogniser").asText()).isEqualTo("iban");
    assertThat(finding.get("score").asDouble()).isEqualTo(1.0);
    assertThat(finding.get("why").asText()).contains("mod 97");
  }

  @Test
  void a_preview_without_text_or_project_is_refused() throws Exception {
    for (String body :
        new String[] {"{}", "{\"project\":\"support-tickets\"}", "{\"text\":\"x\"}"}) {
      assertThat(post("ingestmanager", "/redaction/preview", "application/json", body).statusCode())
          .isEqualTo(422);
    }
    assertThat(
            post(
                    "ingestannotator",
                    "/redaction/preview",
                    "application/json",
                    "{\"project\":\"support-tickets\",\"text\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
  }

  private void assertRefused(int status, String user, String type, String body) throws Exception {
    HttpResponse<String> answer = post(user, BATCHES, type, body);
    assertThat(answer.statusCode()).as(type).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json.readTree(answer.body()).get("detail").asText()).endsWith(".");
  }

  private static String part(String file, String type, String content) {
    return "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
        + file
        + "\"\r\nContent-Type: "
        + type
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private HttpResponse<String> post(String user, String path, String type, String body)
      throws IOException, InterruptedException {
    return http.send(
        request(user, path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String user, String path)
      throws IOException, InterruptedException {
    return http.send(request(user, path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String user, String path) {
    String login =
        Base64.getEncoder()
            .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
        .header("Authorization", "Basic " + login);
  }
}
