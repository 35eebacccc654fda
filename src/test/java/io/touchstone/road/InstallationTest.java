package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one JVM share Camunda's web applications. */
@Tag("slow")
class InstallationTest {

  @TempDir private Path folder;

  @Test
  void one_that_ends_leaves_the_pages_of_another_alone() throws Exception {
    try (Installation stays = Installation.start(folder.resolve("stays"), Map.of())) {
      try (Installation ends = Installation.start(folder.resolve("ends"), Map.of())) {
        assertThat(tasklist(ends)).isEqualTo(200);
      }

      assertThat(tasklist(stays)).isEqualTo(200);
    }
  }

  private static int tasklist(Installation installation) throws Exception {
    URI page =
        URI.create("http://localhost:" + installation.port() + "/camunda/app/tasklist/default/");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
