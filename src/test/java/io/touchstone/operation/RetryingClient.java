package io.touchstone.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A person whose page does not give up: logs in, takes work, saves drafts and submits, and repeats
 * each call until it is answered, whatever becomes of the server meanwhile.
 */
final class RetryingClient implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORK = "/camunda/api/touchstone/v1/work/";
  private static final List<String> LABELS = List.of("red", "blue");

  /** Between two answers of a person, and between two attempts, on average. */
  private static final int PACE_MILLIS = 700;

  private static final int RETRY_MILLIS = 200;
  private static final int OK = 200;
  private static final int NOTHING = 204;
  private static final int CHANGED = 412;
  private static final int FAULT = 500;

  private final String person;
  private final String password;
  private final int port;
  private final Acknowledged acknowledged;
  private final Random chance;
  private volatile boolean stopping;
  private Optional<Browser> session = Optional.empty();

  RetryingClient(
      String person, String password, int port, Acknowledged acknowledged, Random chance) {
    this.person = person;
    this.password = password;
    this.port = port;
    this.acknowledged = acknowledged;
    this.chance = chance;
  }

  /** After the call that is under way. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        Optional<HttpResponse<String>> next = call("POST", WORK + "next", "{}");
        if (next.isPresent() && next.get().statusCode() == OK) {
          work(JSON.readTree(next.get().body()));
        } else if (next.isPresent() && next.get().statusCode() != NOTHING) {
          acknowledged.fault(person + " asked for work: " + told(next.get()));
        }
        pause(RETRY_MILLIS);
      }
    } catch (IOException e) {
      acknowledged.fault(person + " was answered what is no JSON: " + e.getMessage());
    }
  }

  private void work(JsonNode work) throws IOException {
    String address = WORK + work.get("package").asText();
    List<String> assignments = new ArrayList<>();
    for (JsonNode item : work.get("items")) {
      String assignment = item.get("assignment").asText();
      int version = item.path("draft").path("version").asInt(0);
      if (!save(address, assignment, label(item.path("text").asText()), version)) {
        return;
      }
      assignments.add(assignment);
      pause(PACE_MILLIS);
    }
    Optional<HttpResponse<String>> submitted =
        call("POST", address + "/submit", "{}", "Idempotency-Key", UUID.randomUUID().toString());
    if (submitted.isPresent() && submitted.get().statusCode() == OK) {
      acknowledged.submitted(work.get("package").asText(), assignments);
    } else {
      submitted.ifPresent(answer -> acknowledged.fault(person + " submitted: " + told(answer)));
    }
  }

  /**
   * By chance, but right where the answer is known: whoever fails gold is asked for a talk and gets
   * no more work, which is not what is tried here.
   */
  private String label(String text) {
    return text.startsWith(RestartDrill.GOLD_TEXT)
        ? RestartDrill.GOLD_LABEL
        : LABELS.get(chance.nextInt(LABELS.size()));
  }

  /**
   * Whether the answer is kept now. A call whose answer was lost may have been done: then the
   * server tells what it has, and that must be what was sent.
   */
  private boolean save(String address, String assignment, String label, int version)
      throws IOException {
    String body = "{\"label\":\"" + label + "\",\"activeSeconds\":0.7,\"accepted\":false}";
    Optional<HttpResponse<String>> answer =
        call(
            "PUT",
            address + "/items/" + assignment + "/draft",
            body,
            "If-Match",
            "\"" + version + "\"");
    if (answer.isEmpty()) {
      return false;
    }
    boolean saved = answer.get().statusCode() == OK;
    boolean savedBefore =
        answer.get().statusCode() == CHANGED
            && JSON.readTree(answer.get().body())
                .path("current")
                .path("label")
                .asText()
                .equals(label);
    if (saved || savedBefore) {
      acknowledged.draft(assignment, label);
      return true;
    }
    acknowledged.fault(person + " saved a draft: " + told(answer.get()));
    return false;
  }

  /** The first answer to a call; empty if the client stops before there is one. */
  private Optional<HttpResponse<String>> call(
      String method, String path, String body, String... headers) {
    while (!stopping) {
      try {
        HttpResponse<String> answer =
            session().call(method, path, "application/json", body, headers);
        switch (answer.statusCode()) {
          case 401, 403 -> session = Optional.empty();
          case 429, 503 -> pause(RETRY_MILLIS);
          default -> {
            if (answer.statusCode() < FAULT) {
              return Optional.of(answer);
            }
            acknowledged.fault(person + " " + method + " " + path + ": " + told(answer));
          }
        }
      } catch (UncheckedIOException noAnswer) {
        pause(RETRY_MILLIS);
      }
    }
    return Optional.empty();
  }

  private Browser session() {
    while (session.isEmpty()) {
      Browser browser = new Browser(port);
      HttpResponse<String> answer = browser.login("tasklist", person, password);
      if (answer.statusCode() == OK) {
        session = Optional.of(browser);
      } else if (answer.statusCode() >= FAULT && answer.statusCode() != 503) {
        acknowledged.fault(person + " logged in: " + told(answer));
      } else if (stopping) {
        return browser;
      }
      pause(RETRY_MILLIS);
    }
    return session.get();
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body();
  }

  /** A little more or less than so long, or all would come at once. */
  private void pause(int millis) {
    long until =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis / 2 + chance.nextInt(millis));
    for (long left = until - System.nanoTime();
        left > 0 && !stopping;
        left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
