package io.touchstone.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A simulated person at Tasklist: logs in, opens a package, labels, submits, opens the next. */
final class LoadPerson implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORK = "/camunda/api/touchstone/v1/work/";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String LIST = "{\"active\":true}";
  private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final String id;
  private final Browser browser;
  private final Random random;
  private final long startNanos;
  private final long endNanos;
  private final LoadTimes times;
  private String filter = "";
  private long nextPoll;

  /**
   * @param startNanos when the person sits down, on the clock of {@link System#nanoTime()}
   */
  LoadPerson(int number, int port, long startNanos, long endNanos, LoadTimes times) {
    this.id = LoadedInstallation.person(number);
    this.browser = new Browser(port);
    this.random = new Random(number);
    this.startNanos = startNanos;
    this.endNanos = endNanos;
    this.times = times;
  }

  @Override
  public void run() {
    pauseUntil(startNanos);
    try {
      login();
      boolean more = true;
      while (more && System.nanoTime() < endNanos) {
        more = onePackage();
      }
    } catch (RuntimeException | IOException e) {
      times.failed(id + " " + e);
    }
  }

  private void login() throws IOException {
    HttpResponse<String> answer =
        times.of(
            "login",
            () -> browser.login("tasklist", id, LoadedInstallation.PASSWORD),
            List.of(200));
    if (answer.statusCode() == 200) {
      JsonNode filters = JSON.readTree(browser.get(ENGINE + "/filter").body());
      filter = filters.get(0).get("id").asText();
      nextPoll = System.nanoTime();
    }
  }

  private boolean onePackage() throws IOException {
    HttpResponse<String> next =
        times.of("next", () -> browser.json("POST", WORK + "next", "{}"), List.of(200, 204));
    if (next.statusCode() != 200) {
      return false;
    }
    JsonNode work = JSON.readTree(next.body());
    String address = WORK + work.get("package").asText();
    for (JsonNode item : work.get("items")) {
      double seconds = 4 + 4 * random.nextDouble();
      think(seconds);
      label(address, item, seconds);
    }
    String key = UUID.randomUUID().toString();
    times.of(
        "submit",
        () ->
            browser.call(
                "POST", address + "/submit", "application/json", "{}", "Idempotency-Key", key),
        List.of(200));
    return true;
  }

  private void label(String address, JsonNode item, double seconds) {
    String body =
        "{\"label\":\"%s\",\"activeSeconds\":%.3f,\"accepted\":false}"
            .formatted(random.nextBoolean() ? "red" : "blue", seconds);
    String path = address + "/items/" + item.get("assignment").asText() + "/draft";
    times.of(
        "draft",
        () -> browser.call("PUT", path, "application/json", body, "If-Match", "\"0\""),
        List.of(200));
  }

  /** Tasklist asks for its list every quarter of a minute, whoever reads. */
  private void think(double seconds) {
    long until = System.nanoTime() + (long) (seconds * 1e9);
    while (nextPoll < until) {
      pauseUntil(nextPoll);
      times.of(
          "list",
          () ->
              browser.json(
                  "POST", ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15", LIST),
          List.of(200));
      nextPoll = System.nanoTime() + POLL_NANOS;
    }
    pauseUntil(until);
  }

  private static void pauseUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
