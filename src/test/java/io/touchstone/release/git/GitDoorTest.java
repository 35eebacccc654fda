package io.touchstone.release.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.release.Tool;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class GitDoorTest {

  @TempDir Path temporary;
  private Path workTree;
  private PublishedCommit published;
  private WebServer server;

  @BeforeEach
  void a_published_repository_behind_a_server() throws IOException {
    workTree = temporary.resolve("tickets");
    byte[] page = "# Tickets\n".getBytes(StandardCharsets.UTF_8);
    published =
        new GitPublisher(workTree, step -> {})
            .publish(
                new Publication(
                    "tickets",
                    "1.0.0",
                    Optional.empty(),
                    new TreeMap<>(Map.of("README.md", page)),
                    "- first\n",
                    Instant.parse("2031-03-03T10:00:00Z")));
    server =
        new TomcatServletWebServerFactory(0)
            .getWebServer(context -> context.addServlet("git", new Front()).addMapping("/git/*"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private final class Front extends HttpServlet {

    private transient GitDoor door;

    @Override
    public void init() throws ServletException {
      door = new GitDoor(getServletContext());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      door.serve(request, response, workTree, request.getPathInfo());
    }
  }

  @Test
  void stock_git_clones_over_http() {
    Tool.run(temporary, "git", "clone", "-q", address(), "clone");

    String tip = Tool.run(temporary.resolve("clone"), "git", "rev-parse", "tickets@v1.0.0^{}");
    assertThat(tip.strip()).isEqualTo(published.commit());
  }

  @Test
  void nobody_can_push() throws Exception {
    Tool.run(temporary, "git", "clone", "-q", address(), "clone");

    Process push =
        new ProcessBuilder("git", "push", "origin", "HEAD:refs/heads/other")
            .directory(temporary.resolve("clone").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(push.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(push.waitFor()).as(output).isNotZero();
    assertThat(Tool.run(workTree, "git", "branch", "--format=%(refname)").strip())
        .isEqualTo("refs/heads/main");
  }

  private String address() {
    return "http://localhost:" + server.getPort() + "/git/tickets.git";
  }
}
