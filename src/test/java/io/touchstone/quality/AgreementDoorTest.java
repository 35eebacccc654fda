package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The calculator over HTTP: whatever is sent, the answer is numbers or a problem document. */
class AgreementDoorTest extends IntegrationTest {

  /** What the tests' application takes at most. */
  private static final long LARGEST = 4 << 20;

  private static final String LOGIN = "admin:Test-Password-1";

  @Autowired TestRestTemplate http;
  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "application/json | 'nonsense | 422 | invalid-judgements",
        "application/json |"
            + " {'task':{'type':'nominal','categories':['x']},'judgements':[{'item':'1','annotator':'a','label':'y'}]}"
            + " | 422 | invalid-judgements",
        "application/vnd.api+json | {'judgements':[]} | 422 | invalid-judgements",
        "application/json | {'task':{'type':'poem'},'judgements':[]} | 422"
            + " | task-type-not-calculated",
        "text/csv | nothing | 422 | invalid-judgements",
        "text/plain | {} | 415 | http-415",
        "application/x-www-form-urlencoded | a=b | 415 | http-415"
      })
  void what_cannot_be_read_is_a_problem_document(
      String contentType, String body, int status, String type) {
    String path = "/api/v1/agreement" + (contentType.equals("text/csv") ? "?type=nominal" : "");

    ResponseEntity<JsonNode> answer = post(path, contentType, body.replace('\'', '"'));

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType().toString())
        .isEqualTo("application/problem+json");
    assertThat(answer.getBody().get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(answer.getBody().get("detail").asText()).endsWith(".");
  }

  @Test
  void limits_of_the_reader_are_a_problem_document_and_no_fault() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);

    ResponseEntity<JsonNode> answer =
        post("/api/v1/agreement", "application/json", "{\"remark\":" + deep + "}");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody().get("type").asText()).isEqualTo("/problems/invalid-judgements");
  }

  @ParameterizedTest
  @CsvSource({"type=interval&scores=many", "type=nominal&rounds=1.5", "rounds=100"})
  void settings_of_a_sheet_that_are_none_are_a_problem_document(String query) {
    ResponseEntity<JsonNode> answer =
        post("/api/v1/agreement?" + query, "text/csv", "item,annotator,label\n");

    assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
    assertThat(answer.getBody().get("detail").asText()).endsWith(".");
  }

  @Test
  void a_body_that_says_it_is_too_large_is_refused_before_it_comes() throws IOException {
    try (Socket socket = open("Content-Length: 2147483648")) {
      assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }
  }

  @Test
  void a_stream_without_end_is_refused_at_the_limit() throws IOException {
    try (Socket socket = open("Transfer-Encoding: chunked")) {
      long sent = sendForEver(socket);

      assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("\"mostBytes\":" + LARGEST);
      assertThat(sent).isGreaterThan(LARGEST);
    }
  }

  /** Until an answer comes; the bytes sent. */
  private static long sendForEver(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    long sent = 0;
    for (long row = 0; socket.getInputStream().available() == 0; row++) {
      String json = "{\"item\":\"" + row + "\",\"annotator\":\"a\",\"label\":\"x\"},";
      String chunk = row == 0 ? "{\"task\":{\"type\":\"nominal\"},\"judgements\":[" : json;
      String framed = Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n";
      try {
        out.write(framed.getBytes(StandardCharsets.US_ASCII));
      } catch (SocketException e) {
        return sent;
      }
      sent += chunk.length();
    }
    return sent;
  }

  @Test
  void a_body_that_is_cut_off_gets_no_numbers() throws IOException {
    try (Socket socket = open("Content-Length: 1000")) {
      socket.getOutputStream().write("{\"task\"".getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      assertThat(answer(socket)).doesNotContain("200");
    }
  }

  private Socket open(String header) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(60_000);
    String login = Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/agreement HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Authorization: Basic " + login,
            "Content-Type: application/json",
            header,
            "",
            "");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Up to the end of the problem document, or of the answer; the connection may stay open. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    int read = socket.getInputStream().read();
    while (read >= 0 && read != '}') {
      answer.append((char) read);
      read = socket.getInputStream().read();
    }
    return answer.toString();
  }

  private ResponseEntity<JsonNode> post(String path, String contentType, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.parseMediaType(contentType));
    String[] login = LOGIN.split(":");
    return http.withBasicAuth(login[0], login[1])
        .postForEntity(path, new HttpEntity<>(body, headers), JsonNode.class);
  }
}
