package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.GeneratedBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calculator in an application of its own with half a gigabyte of heap. */
@Tag("slow")
class MillionJudgementsTest {

  private static final long JUDGEMENTS = 1_000_000;
  private static final String PASSWORD = "Test-Password-1";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Two people, labels x and y by turns; on every fourth item the second one says the other label.
   * Of n judgements n / 8 items disagree, and of every eight judgements five say x: alpha is 1 - (n
   * - 1) * (n / 4) / (n * n * 30 / 64).
   */
  @Test
  void a_million_judgements_are_compared_and_more_than_fit_are_refused() throws Exception {
    try (var application =
        StartedApplication.start(
            folder.resolve("data"), Map.of("TOUCHSTONE_ADMIN_PASSWORD", PASSWORD))) {
      String address = "http://localhost:" + application.await("ready url=\\S+ port=(\\d+)");

      JsonNode asJson = send(address, "", "application/json", body(JUDGEMENTS), 200);
      JsonNode asSheet = send(address, "?type=nominal", "text/csv", sheet(JUDGEMENTS), 200);
      JsonNode tooMany = send(address, "", "application/json", body(4 * JUDGEMENTS), 413);
      JsonNode few = send(address, "", "application/json", body(8), 200);

      double n = JUDGEMENTS;
      assertThat(alpha(asJson)).isCloseTo(1 - (n - 1) * (n / 4) / (n * n * 30 / 64), within(1e-12));
      assertThat(asSheet).isEqualTo(asJson);
      assertThat(asJson.get("judgements").asLong()).isEqualTo(JUDGEMENTS);
      assertThat(tooMany.get("detail").asText()).endsWith(".");
      assertThat(few.get("items").asLong()).isEqualTo(4);
      assertThat(application.output()).doesNotContain("OutOfMemory", " ERROR ");
    }
  }

  private static double alpha(JsonNode answer) {
    for (JsonNode coefficient : answer.get("coefficients")) {
      if (coefficient.get("name").asText().equals("alphaNominal")) {
        return coefficient.get("value").asDouble();
      }
    }
    throw new AssertionError("no alpha");
  }

  private JsonNode send(
      String address, String query, String contentType, InputStream body, int status)
      throws IOException, InterruptedException {
    String login = "admin:" + PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/agreement" + query))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", contentType)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json.readTree(answer.body());
  }

  private static String label(long row) {
    long item = row / 2;
    boolean turned = item % 4 == 3 && row % 2 == 1;
    return item % 2 == 0 ^ turned ? "x" : "y";
  }

  private static InputStream sheet(long rows) {
    return new GeneratedBody(
        "item,annotator,label\n",
        rows,
        row -> "item-" + row / 2 + ",person-" + row % 2 + "," + label(row) + "\n",
        "");
  }

  private static InputStream body(long rows) {
    return new GeneratedBody(
        "{\"task\":{\"type\":\"nominal\"},\"judgements\":[",
        rows,
        row ->
            (row == 0 ? "" : ",")
                + "{\"item\":\"item-"
                + row / 2
                + "\",\"annotator\":\"person-"
                + row % 2
                + "\",\"label\":\""
                + label(row)
                + "\"}",
        "]}");
  }
}
