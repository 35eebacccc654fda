package io.touchstone.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.Touchstone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as an organisation runs it: a data folder of its own, jobs run by themselves. A
 * test that needs one beside the shared one starts it by this alone, for the end of an application
 * takes from the others of its JVM what {@link WebApplications} gives back.
 */
public final class Installation implements AutoCloseable {

  static final String ADMIN_PASSWORD = "Tarnfield-Installation-7";

  private final ConfigurableApplicationContext context;
  private final WebApplications others;
  private final HttpClient http = HttpClient.newHttpClient();

  private Installation(ConfigurableApplicationContext context, WebApplications others) {
    this.context = context;
    this.others = others;
  }

  /**
   * Starts on an empty or used data folder.
   *
   * @param settings beside those that every test needs
   */
  public static Installation start(Path data, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--touchstone.data=" + data);
    arguments.add("--touchstone.admin-password=" + ADMIN_PASSWORD);
    arguments.add("--touchstone.public-url=http://touchstone.example");
    arguments.add("--server.port=0");
    settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    WebApplications others = WebApplications.now();
    return new Installation(
        new SpringApplicationBuilder(Touchstone.class).run(arguments.toArray(String[]::new)),
        others);
  }

  /** One of the application's parts. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Where it listens. */
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** What the machine interface answers the administrator. */
  String get(String path) {
    return send(request("admin", ADMIN_PASSWORD, path).GET().build());
  }

  JsonNode json(String path) {
    return parse(get(path));
  }

  /** Delivers CSV and answers the batch's id. */
  public String deliver(String userId, String password, String project, String csv) {
    HttpRequest request =
        request(userId, password, "/projects/" + project + "/batches")
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(csv))
            .build();
    return parse(send(request)).get("batchId").asText();
  }

  private HttpRequest.Builder request(String userId, String password, String path) {
    String login =
        Base64.getEncoder()
            .encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/v1" + path))
        .header("Authorization", "Basic " + login);
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(request + " was answered " + answer + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    others.restore();
    // An application that ends takes the way of Tomcat's messages into the log with it.
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.install();
    }
  }
}
