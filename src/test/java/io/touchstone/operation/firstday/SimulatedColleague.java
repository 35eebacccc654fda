package io.touchstone.operation.firstday;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Labels by the calls that the editor makes, at a human pace; right in most cases. */
final class SimulatedColleague implements Runnable {

  /** Everybody logs in at the same moment: who is turned away comes again. */
  private static final int TOO_MANY = 429;

  private static final double RIGHT = 0.97;
  private static final double SECONDS_PER_ITEM = 2.3;

  private final ObjectMapper json = new ObjectMapper();
  private final Machine machine;
  private final Questions questions;
  private final String login;
  private final Random chance;

  SimulatedColleague(int port, Questions questions, String user, String password) {
    this.machine = new Machine(port);
    this.questions = questions;
    this.login = Machine.basic(user, password);
    this.chance = new Random(user.hashCode());
  }

  /** Works until nothing is left to do now. */
  @Override
  public void run() {
    for (JsonNode work = next(); !work.isMissingNode(); work = next()) {
      for (JsonNode item : work.path("items")) {
        pause();
        draft(work, item);
      }
      String pack = work.path("package").textValue();
      call("POST", "/work/" + pack + "/submit", "{}", "Idempotency-Key", pack);
    }
  }

  private JsonNode next() {
    HttpResponse<String> answer = call("POST", "/work/next", "{}");
    return answer.statusCode() == 204 ? json.missingNode() : read(answer.body());
  }

  private void draft(JsonNode work, JsonNode item) {
    String path =
        "/work/"
            + work.path("package").textValue()
            + "/items/"
            + item.path("assignment").textValue()
            + "/draft";
    int version = item.path("draft").path("version").asInt(0);
    String body =
        json.createObjectNode()
            .put("label", answer(work, item))
            .put("activeSeconds", SECONDS_PER_ITEM)
            .put("accepted", false)
            .toString();
    call("PUT", path, body, "If-Match", "\"" + version + "\"");
  }

  private String answer(JsonNode work, JsonNode item) {
    if (chance.nextDouble() < RIGHT) {
      return questions.labelOf(item.path("text").textValue());
    }
    JsonNode labels = work.path("labels");
    return labels.get(chance.nextInt(labels.size())).path("id").textValue();
  }

  private static boolean waited() {
    pause();
    return true;
  }

  private static void pause() {
    LockSupport.parkNanos((long) (SECONDS_PER_ITEM * TimeUnit.SECONDS.toNanos(1)));
  }

  private HttpResponse<String> call(String method, String path, String body, String... more) {
    List<String> headers = new ArrayList<>(List.of("Authorization", login));
    headers.addAll(List.of(more));
    HttpResponse<String> answer;
    do {
      answer = machine.call(method, "/api/v1" + path, body, headers.toArray(String[]::new));
    } while (answer.statusCode() == TOO_MANY && waited());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(method + " " + path + " -> " + answer.body());
    }
    return answer;
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
