package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.release.Tool;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer starts first, in a process of its own, looked at with stock programs. */
@Tag("slow")
class DemoTest {

  private static final String ADMIN = "admin:Tarnfield-Demo-7";
  private static final String NAME = "support-tickets";

  @TempDir private Path scratch;

  @Test
  void the_demo_publishes_a_version_that_git_clones_and_whose_checksums_hold()
      throws IOException, InterruptedException {
    int port = freePort();
    long begin = System.nanoTime();
    Process demo = start(port);
    try {
      JsonNode versions =
          await()
              .atMost(Duration.ofMinutes(4))
              .pollInterval(Duration.ofMillis(200))
              .ignoreExceptions()
              .failFast("the application has ended", () -> !demo.isAlive())
              .until(() -> versions(port), published -> !published.isEmpty());
      System.out.printf(
          Locale.ROOT, "demo-to-published %.1f seconds%n", (System.nanoTime() - begin) / 1e9);
      assertThat(versions).hasSize(1);
      assertThat(versions.get(0).get("version").asText()).isEqualTo("1.0.0");
      assertThatGitHasTheTag(port);
      assertThatChecksumsHold();
    } catch (AssertionError | RuntimeException e) {
      System.out.println(Files.readString(log()));
      throw e;
    } finally {
      demo.destroy();
      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).as("the application stops").isTrue();
    }
  }

  private Process start(int port) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "-Xmx512m", "-cp", classes, "io.touchstone.Touchstone")
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPRING_PROFILES_ACTIVE",
                "demo",
                "SERVER_PORT",
                String.valueOf(port),
                "TOUCHSTONE_DATA",
                data().toString(),
                "TOUCHSTONE_ADMIN_PASSWORD",
                ADMIN.split(":")[1]));
    return builder.start();
  }

  private Path log() {
    return scratch.resolve("demo.log");
  }

  private Path data() {
    return scratch.resolve("data");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The published versions; none, or an exception, as long as there are none. */
  private static JsonNode versions(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/v1/datasets/" + NAME + "/versions"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(ADMIN.getBytes(StandardCharsets.UTF_8)))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).required("versions");
  }

  private void assertThatGitHasTheTag(int port) {
    Tool.run(
        scratch,
        "git",
        "clone",
        "-q",
        "http://" + ADMIN + "@localhost:" + port + "/api/v1/git/" + NAME + ".git",
        "clone");
    Path clone = scratch.resolve("clone");
    String tag = NAME + "@v1.0.0";
    assertThat(Tool.run(clone, "git", "tag")).isEqualTo(tag + "\n");
    assertThat(Tool.run(clone, "git", "cat-file", "-t", tag)).as("annotated").isEqualTo("tag\n");
    assertThat(Tool.run(clone, "git", "fsck", "--strict")).doesNotContain("error");
    assertThat(clone.resolve("release/1.0.0/version.json")).exists();
  }

  private void assertThatChecksumsHold() {
    Path dataset = data().resolve("datasets").resolve(NAME).resolve(NAME);
    List<String> lines = Tool.run(dataset, "sha256sum", "-c", "sha256sums.txt").lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(7).allMatch(line -> line.endsWith(": OK"));
  }
}
