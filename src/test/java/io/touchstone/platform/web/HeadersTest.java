package io.touchstone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class HeadersTest extends IntegrationTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/projects",
        "/workbench/1/workbench.js",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine/default/filter",
        "/nothing"
      })
  void every_answer_says_what_a_browser_must_not_do_with_it(String path) {
    HttpResponse<String> answer = new Machine(port).call("GET", path, "");

    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/projects", "/camunda/api/admin/auth/user/default"})
  void data_is_kept_in_no_cache(String path) {
    assertThat(new Machine(port).call("GET", path, "").headers().allValues("Cache-Control"))
        .containsExactly("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workbench/1/workbench.js", "/webjars/uplot/1.6.30/dist/uPlot.min.css"})
  void after_an_upgrade_no_browser_goes_on_with_the_files_of_before(String path) throws Exception {
    HttpResponse<String> answer = new Machine(port).call("GET", path, "");
    String mark = answer.headers().firstValue("ETag").orElseThrow();

    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
    assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(asked(path, mark).statusCode()).as("the same content").isEqualTo(304);
    assertThat(asked(path, "W/\"another\"").body()).as("another").isEqualTo(answer.body());
  }

  private HttpResponse<String> asked(String path, String mark) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("If-None-Match", mark)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_page_that_is_not_there_says_nothing_of_what_runs_here() {
    HttpResponse<String> answer = new Machine(port).call("GET", "/no%7Bthing", "");

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "exception", "whitelabel");
  }
}
