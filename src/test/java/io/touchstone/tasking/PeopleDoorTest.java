package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People, absences and returned packages, as a machine sees them. */
class PeopleDoorTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @LocalServerPort private int port;
  private Road road;
  private Work work;

  @BeforeEach
  void ada_and_ben_have_a_package_each() {
    road = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(2));
    for (String name : new String[] {"ada", "ben"}) {
      login(name, Role.ANNOTATOR);
    }
    login("dora", Role.DATA_MANAGER);
    road.annotators("ada", "ben").receiveThings(8).untilItRests();
    work = road.workOf("ada").orElseThrow();
  }

  @Test
  void the_data_manager_sees_who_is_there_and_what_each_has_to_do_but_no_quality() {
    JsonNode ada =
        find(body(call("dora", "GET", "/people?q=" + id("ada"), "")).get("people"), id("ada"));

    assertThat(ada.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "mail",
            "roles",
            "state",
            "wayIn",
            "wayInEndsAt",
            "department",
            "skills",
            "skillsSince",
            "available",
            "simulated",
            "absentUntil",
            "minutesPerDay",
            "workingDays",
            "leftOn",
            "waitsForConfirmation",
            "openPackages",
            "queuedPackages");
    assertThat(ada.get("roles").get(0).asText()).isEqualTo("annotator");
    assertThat(ada.get("available").asBoolean()).isTrue();
    assertThat(ada.get("openPackages").asInt()).isEqualTo(1);
    assertThat(ada.get("queuedPackages").asInt()).isEqualTo(1);
  }

  @Test
  void an_absence_is_one_call_and_the_answer_says_what_became_of_the_work() {
    JsonNode away = absence("ada", "{\"absent\": true, \"until\": \"2031-01-15\"}");

    assertThat(away.get("available").asBoolean()).isFalse();
    assertThat(away.get("movedItems").asInt()).isEqualTo(4);
    assertThat(away.get("message").asText())
        .isEqualTo("4 items were given to others. Nothing waits for this person.");
    JsonNode ada =
        find(body(call("dora", "GET", "/people?q=" + id("ada"), "")).get("people"), id("ada"));
    assertThat(ada.get("absentUntil").asText()).isEqualTo("2031-01-15");
    assertThat(ada.get("openPackages").asInt() + ada.get("queuedPackages").asInt()).isZero();

    JsonNode alone = absence("ben", "{\"absent\": true}");
    assertThat(alone.get("stranded").get(0).get("items").asInt()).isEqualTo(8);
    assertThat(stranded().get(0).get("items").asInt()).isEqualTo(8);

    assertThat(absence("ada", "{\"absent\": false}").get("movedItems").asInt()).isEqualTo(8);
    assertThat(stranded()).isEmpty();
    assertThat(road.workOf("ada")).isPresent();
  }

  @Test
  void a_mistake_in_an_absence_is_a_sentence() {
    assertThat(call("dora", "POST", "/people/nobody/absence", "{\"absent\": true}").statusCode())
        .isEqualTo(404);
    HttpResponse<String> empty = call("dora", "POST", "/people/" + id("ada") + "/absence", "{}");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(body(empty).get("detail").asText()).contains("\"absent\"");
  }

  @Test
  void an_annotator_notes_nobody_as_away_and_lists_nobody() {
    assertThat(call("ada", "GET", "/people", "").statusCode()).isEqualTo(403);
    String self = "/people/" + id("ada") + "/absence";
    assertThat(call("ada", "POST", self, "{\"absent\": true}").statusCode()).isEqualTo(403);
  }

  @Test
  void a_package_is_given_back_by_its_person_only_and_for_a_reason() {
    String path = "/work/" + work.packageId() + "/return";
    String reason = "{\"reason\": \"not-my-field\"}";

    assertThat(call("ben", "POST", path, reason).statusCode()).isEqualTo(403);
    assertThat(call("dora", "POST", path, reason).statusCode()).isEqualTo(403);
    assertThat(call("ada", "POST", path, "{}").statusCode()).isEqualTo(422);
    assertThat(call("ada", "POST", path, "{\"reason\": \"overdue\"}").statusCode()).isEqualTo(422);
    assertThat(call("ada", "POST", "/work/unknown/return", reason).statusCode()).isEqualTo(404);

    JsonNode answer = body(call("ada", "POST", path, reason));
    assertThat(answer.get("package").asText()).isEqualTo(work.packageId());
    assertThat(answer.get("where").asText()).isEqualTo("others");
    assertThat(answer.get("next").get("taskId").asText()).isNotEqualTo(work.taskId());
    assertThat(call("ada", "POST", path, reason).statusCode()).isEqualTo(409);
  }

  private void login(String name, Role role) {
    directory.add(id(name), name, Optional.of(PASSWORD), Set.of(role));
  }

  private String id(String name) {
    return name + road.project().replaceAll("\\D", "");
  }

  private JsonNode absence(String name, String body) {
    return body(call("dora", "POST", "/people/" + id(name) + "/absence", body));
  }

  private JsonNode stranded() {
    return body(call("dora", "GET", "/batches/" + road.batchId(), "")).get("stranded");
  }

  private HttpResponse<String> call(String name, String method, String path, String body) {
    return new Machine(port)
        .call(method, "/api/v1" + path, body, "Authorization", Machine.basic(id(name), PASSWORD));
  }

  private static JsonNode find(JsonNode people, String id) {
    for (JsonNode person : people) {
      if (person.get("id").asText().equals(id)) {
        return person;
      }
    }
    throw new AssertionError("Nobody of id " + id);
  }

  private static JsonNode body(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON", e);
    }
  }
}
