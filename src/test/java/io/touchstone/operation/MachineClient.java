package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The administrator at the machine interface of a started application. */
final class MachineClient {

  static final String PASSWORD = "Test-Password-1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;

  MachineClient(StartedApplication application) {
    this.address =
        "http://localhost:" + application.await("ready url=\\S+ port=(\\d+)") + "/api/v1";
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", "");
  }

  JsonNode send(String method, String path, String contentType, String body)
      throws IOException, InterruptedException {
    byte[] answer = send(method, path, contentType, body.getBytes(StandardCharsets.UTF_8));
    return json.readTree(answer);
  }

  /** The bytes of what is at a path. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", new byte[0]);
  }

  byte[] send(String method, String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    String login = "admin:" + PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", contentType)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isLessThan(300);
    return answer.body();
  }
}
