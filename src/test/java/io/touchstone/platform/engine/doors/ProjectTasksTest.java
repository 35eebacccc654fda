package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.StartStep;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.workforce.access.PersonProjects;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasks of two projects, as Tasklist's own calls list, count, open and take them. */
class ProjectTasksTest extends IntegrationTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String PASSWORD = "quiet marble staircase";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Road first;
  private static Road second;

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private ProjectAccess access;
  @Autowired private PersonProjects people;
  @Autowired private TaskService tasks;
  @Autowired private AuthorizationService authorizations;

  @Autowired
  @Qualifier("poolsByProject")
  private StartStep poolsByProject;

  @LocalServerPort private int port;

  @BeforeEach
  void two_held_batches() {
    if (first == null) {
      first = Road.of(beans, Options.standard()).annotators("ann").receiveThings(3).untilItRests();
      second = Road.of(beans, Options.standard()).annotators("bob").receiveThings(3).untilItRests();
    }
    for (String name : List.of("taskfirst", "taskboth", "tasknone")) {
      directory.add(name, name, Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    }
    know("taskfirst", first.project());
    know("taskboth", first.project(), second.project());
    know("tasknone");
  }

  @Test
  void tasklist_lists_and_counts_the_tasks_of_the_projects_that_one_may_know() throws IOException {
    assertThat(first.project()).contains("-");

    assertThat(listed("taskfirst")).containsExactly(held(first).id());
    assertThat(listed("taskboth")).containsExactlyInAnyOrder(held(first).id(), held(second).id());
    assertThat(listed("tasknone")).isEmpty();
  }

  @Test
  void a_task_of_another_project_can_be_neither_opened_nor_taken() {
    Browser stranger = browser("taskfirst");
    String path = ENGINE + "/task/" + held(second).id();

    assertThat(stranger.get(path).statusCode()).isIn(403, 404);
    assertThat(stranger.get(path + "/form").statusCode()).isIn(403, 404);
    assertThat(stranger.get(path + "/deployed-form").statusCode()).isIn(403, 404);
    assertThat(stranger.json("POST", path + "/claim", claim("taskfirst")).statusCode())
        .isIn(403, 404);
    assertThat(held(second).assignee()).isEmpty();
  }

  @Test
  void whoever_loses_a_project_loses_what_she_has_taken_from_its_pool() throws IOException {
    Browser browser = browser("taskboth");
    String task = held(second).id();
    HttpResponse<String> claimed =
        browser.json("POST", ENGINE + "/task/" + task + "/claim", claim("taskboth"));
    assertThat(claimed.statusCode()).isEqualTo(204);

    people.set(
        "taskboth",
        new KnownProjects(false, Set.of(first.project())),
        new Caller("admin", Set.of(Role.ADMINISTRATOR)));

    assertThat(held(second).assignee()).isEmpty();
    assertThat(listed(browser)).containsExactly(held(first).id());
    assertThat(browser.get(ENGINE + "/task/" + task).statusCode()).isIn(403, 404);
    assertThat(
            browser
                .json(
                    "POST",
                    "/camunda/api/touchstone/v1/held/" + task,
                    "{\"decision\": \"repeat\", \"reason\": \"Once more.\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(held(second).id()).isEqualTo(task);
  }

  /** As an older version made them: for the role everywhere, with the engine's grant to it. */
  @Test
  void a_task_from_before_is_given_to_the_people_of_its_project_at_the_next_start()
      throws IOException {
    String task = held(second).id();
    groupsOf(task).forEach(group -> tasks.deleteCandidateGroup(task, group));
    tasks.addCandidateGroup(task, "datamanager");
    assertThat(grants("datamanager", task)).isEqualTo(1);

    poolsByProject.run();
    poolsByProject.run();

    assertThat(groupsOf(task))
        .containsExactlyInAnyOrder("datamanager.all", "datamanager.of." + second.project());
    assertThat(grants("datamanager", task)).isZero();
    assertThat(listed("taskfirst")).containsExactly(held(first).id());
    assertThat(listed("taskboth")).contains(task);
  }

  @Test
  void the_engines_reading_calls_are_closed_to_whoever_knows_a_part_and_the_pages_are_open() {
    directory.add("taskaud", "taskaud", Optional.of(PASSWORD), Set.of(Role.AUDITOR));
    Browser auditor = browser("cockpit", "taskaud");
    List<String> calls =
        List.of(
            "GET /camunda/api/engine/engine/default/process-instance",
            "GET /camunda/api/engine/engine/default/history/task/count",
            "POST /camunda/api/engine/engine/default/history/process-instance",
            "POST /camunda/api/engine/engine/default/task/count",
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics");
    for (String call : calls) {
      assertThat(status(auditor, call)).as(call).isEqualTo(200);
    }

    know("taskaud", first.project());

    for (String call : calls) {
      assertThat(status(auditor, call)).as(call).isEqualTo(403);
    }
    assertThat(status(auditor, "GET /camunda/api/touchstone/v1/audit/batches/" + first.batchId()))
        .isEqualTo(200);
    assertThat(status(auditor, "GET /camunda/api/touchstone/v1/audit/batches/" + second.batchId()))
        .isEqualTo(404);
  }

  private static int status(Browser browser, String call) {
    String[] parts = call.split(" ");
    return browser.json(parts[0], parts[1], parts[0].equals("POST") ? "{}" : "").statusCode();
  }

  private void know(String user, String... projects) {
    access.set(user, new KnownProjects(false, Set.of(projects)));
  }

  private static OpenTask held(Road road) {
    return road.task("resolve-held-batch");
  }

  private static String claim(String user) {
    return "{\"userId\": \"" + user + "\"}";
  }

  private List<String> groupsOf(String task) {
    return tasks.getIdentityLinksForTask(task).stream()
        .map(IdentityLink::getGroupId)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private long grants(String group, String task) {
    return authorizations
        .createAuthorizationQuery()
        .groupIdIn(group)
        .resourceType(Resources.TASK)
        .resourceId(task)
        .count();
  }

  private Browser browser(String user) {
    return browser("tasklist", user);
  }

  private Browser browser(String application, String user) {
    Browser browser = new Browser(port);
    assertThat(browser.login(application, user, PASSWORD).statusCode()).isEqualTo(200);
    return browser;
  }

  private List<String> listed(String user) throws IOException {
    return listed(browser(user));
  }

  /** The ids that Tasklist's list shows; as many as it counts. */
  private List<String> listed(Browser browser) throws IOException {
    JsonNode filters =
        JSON.readTree(browser.get(ENGINE + "/filter?resourceType=Task&itemCount=false").body());
    String filter = filters.get(0).get("id").asText();
    HttpResponse<String> answer =
        browser.call(
            "POST",
            ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=50",
            "application/json",
            "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}], \"active\": true}",
            "Accept",
            "application/hal+json");
    JsonNode list = JSON.readTree(answer.body());
    List<String> ids = new ArrayList<>();
    list.at("/_embedded/task").forEach(task -> ids.add(task.get("id").asText()));
    assertThat(list.get("count").asInt()).isEqualTo(ids.size());
    return ids;
  }
}
