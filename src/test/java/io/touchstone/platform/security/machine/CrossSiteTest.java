package io.touchstone.platform.security.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser may send to the machine door, whoever is logged in there. */
class CrossSiteTest extends IntegrationTest {

  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String POWERSHELL =
      "Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0; en-US) PowerShell/7.4.1";

  @LocalServerPort private int port;

  /** 404: it has come to the controller, which knows no such project. */
  @ParameterizedTest(name = "{0} {1}, origin {2}, referer {3}, by {4}: {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | text/plain                        | http://foreign.example      |     | browser   "
            + " | 403",
        "POST | application/x-ndjson              | http://foreign.example      |     | program   "
            + " | 403",
        "POST | text/plain                        | null                        |     | browser   "
            + " | 403",
        "POST | text/plain                        | http://localhost.example    |     | browser   "
            + " | 403",
        "POST | text/plain                        | http://localhost:1          |     | browser   "
            + " | 403",
        "POST | text/plain                        | https://localhost:{port}    |     | browser   "
            + " | 403",
        "POST | application/x-ndjson              |        | http://foreign.example/a | browser   "
            + " | 403",
        "GET  | text/plain                        |        | http://foreign.example/a | browser   "
            + " | 403",
        "POST | text/plain                        |                             |     | browser   "
            + " | 415",
        "POST | application/x-www-form-urlencoded |                             |     | browser   "
            + " | 415",
        "POST | multipart/form-data; boundary=x   |                             |     | browser   "
            + " | 415",
        "POST | text/plain                        | http://localhost:{port}     |     | browser   "
            + " | 415",
        "POST | application/x-ndjson              | http://localhost:{port}     |     | browser   "
            + " | 404",
        "POST | application/x-ndjson              |    | http://localhost:{port}/page | browser   "
            + " | 404",
        "POST | application/x-ndjson              |                             |     | browser   "
            + " | 404",
        "POST | text/plain                        |                             |     | program   "
            + " | 404",
        "POST | text/plain                        |                             |     | powershell"
            + " | 404"
      })
  void only_a_page_of_ours_and_programs_are_heard(
      String method, String type, String origin, String referer, String by, int status) {
    List<String> headers =
        new ArrayList<>(
            List.of(
                "Authorization", Machine.basic("admin", "Test-Password-1"), "Content-Type", type));
    add(headers, "Origin", origin);
    add(headers, "Referer", referer);
    switch (by) {
      case "browser" -> add(headers, "User-Agent", FIREFOX);
      case "powershell" -> add(headers, "User-Agent", POWERSHELL);
      default -> add(headers, "User-Agent", "curl/8.0");
    }

    HttpResponse<String> answer =
        new Machine(port)
            .call(
                method,
                "/api/v1/projects/nowhere/batches",
                method.equals("GET") ? "" : "{\"text\": \"x\"}",
                headers.toArray(String[]::new));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"message\":\"");
  }

  private void add(List<String> headers, String name, String value) {
    if (value != null) {
      headers.add(name);
      headers.add(value.replace("{port}", String.valueOf(port)));
    }
  }
}
