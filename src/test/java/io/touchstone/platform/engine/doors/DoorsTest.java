package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that an annotator must not do, tried with an annotator's cookie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest extends IntegrationTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String PASSWORD = "quiet marble staircase";

  @Autowired private ProcessEngine engine;
  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private final Map<String, Browser> readers = new HashMap<>();
  private ProbeProcess probe;
  private Browser annotator;
  private Task own;
  private Task others;
  private Task pool;

  @BeforeAll
  void people_and_a_process() {
    directory.add("doorann", "Door Ann", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    directory.add("doorben", "Door Ben", Optional.empty(), Set.of(Role.ANNOTATOR));
    directory.add("dooraud", "Door Aud", Optional.of(PASSWORD), Set.of(Role.AUDITOR));
    directory.add("doorown", "Door Own", Optional.of(PASSWORD), Set.of(Role.PROCESS_OWNER));
    probe = new ProbeProcess(engine);
    probe.deploy();
    annotator = new Browser(port);
    assertThat(annotator.login("tasklist", "doorann", PASSWORD).statusCode()).isEqualTo(200);
  }

  @AfterAll
  void clean_up() {
    probe.remove();
  }

  @BeforeEach
  void three_tasks() {
    own = probe.startFor("doorann");
    others = probe.startFor("doorben");
    pool = probe.start();
  }

  @AfterEach
  void no_tasks() {
    probe.stopAll();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "/doors/closed-to-annotators.csv", delimiter = '|', numLinesToSkip = 1)
  void an_annotator_is_refused_with_a_sentence_on_record_and_nothing_changes(
      String method, String path, String body) {
    String before = probe.state();
    long refusals = refusals("doorann");

    HttpResponse<String> answer =
        annotator.json(method, named(path), named(Optional.ofNullable(body).orElse("")));

    assertThat(answer.statusCode()).isEqualTo(403);
    if (!method.equals("HEAD")) {
      assertThat(answer.body()).contains("\"message\":\"This call is not open to you.");
    }
    assertThat(answer.body()).doesNotContain("gold", "Exception", "org.camunda");
    assertThat(probe.state()).isEqualTo(before);
    assertThat(refusals("doorann")).isEqualTo(refusals + 1);
  }

  @Test
  void an_escaped_slash_does_not_even_reach_the_door() {
    String path = ENGINE + "/task/" + own.getId() + "%2fvariables";

    assertThat(annotator.get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void what_tasklist_needs_stays_open() {
    String list = ENGINE + "/filter/" + filter() + "/list?firstResult=0&maxResults=15";
    String asTasklist =
        "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
            + "\"firstResult\":0,\"maxResults\":15,"
            + "\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"active\":true}";

    assertThat(annotator.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(200);
    assertThat(annotator.get(ENGINE + "/user/doorann/profile").statusCode()).isEqualTo(200);
    assertThat(annotator.json("OPTIONS", ENGINE + "/filter", "").statusCode()).isEqualTo(200);
    assertThat(annotator.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);
    assertThat(annotator.json("POST", list, asTasklist).body()).contains(own.getId());
    assertThat(annotator.get(ENGINE + "/task/" + own.getId()).statusCode()).isEqualTo(200);
    String claim = "{\"userId\":\"doorann\"}";
    assertThat(
            annotator.json("POST", ENGINE + "/task/" + pool.getId() + "/claim", claim).statusCode())
        .isEqualTo(204);
  }

  @Test
  void without_a_login_only_the_way_to_a_login_is_open() {
    Browser anonymous = new Browser(port);

    assertThat(anonymous.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(200);
    assertThat(anonymous.get("/camunda/api/admin/auth/user/default").statusCode()).isEqualTo(404);
    assertThat(
            anonymous
                .get("/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js")
                .statusCode())
        .isEqualTo(200);
    for (String path :
        List.of(
            ENGINE + "/task",
            ENGINE + "/filter",
            ENGINE + "/identity/password-policy",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/touchstone/v1/projects")) {
      assertThat(anonymous.get(path).statusCode()).as(path).isEqualTo(401);
    }
    String administrator =
        "{\"profile\":{\"id\":\"evil\",\"firstName\":\"E\",\"lastName\":\"V\"},"
            + "\"credentials\":{\"password\":\"quiet marble staircase\"}}";
    assertThat(
            anonymous
                .json("POST", "/camunda/api/admin/setup/default/user/create", administrator)
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "/doors/readers.csv", delimiter = '|', numLinesToSkip = 1)
  void auditors_and_process_owners_read_and_change_nothing(
      String method, String path, String body, int auditor, int owner) {
    String before = probe.state();
    String sent = named(Optional.ofNullable(body).orElse(""));

    assertThat(reader("dooraud").json(method, named(path), sent).statusCode()).isEqualTo(auditor);
    assertThat(reader("doorown").json(method, named(path), sent).statusCode()).isEqualTo(owner);
    assertThat(probe.state()).isEqualTo(before);
  }

  @Test
  void an_administrator_may_and_it_is_on_record() {
    Browser administrator = new Browser(port);
    administrator.login("cockpit", "admin", "Test-Password-1");
    String instance = "/process-instance/" + pool.getProcessInstanceId();

    assertThat(
            administrator
                .json("PUT", ENGINE + instance + "/suspended", "{\"suspended\":true}")
                .statusCode())
        .isEqualTo(204);
    assertThat(administrator.json("DELETE", ENGINE + instance, "").statusCode()).isEqualTo(204);

    assertThat(calls("admin", "administrator_called"))
        .contains(
            "call:" + ENGINE + instance + "/suspended PUT", "call:" + ENGINE + instance + " DELETE")
        .noneMatch(call -> call.contains("/login/"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "POST, E/deployment/create",
    "POST, E/deployment/{deployment}/redeploy",
    "DELETE, E/deployment/{deployment}",
    "DELETE, E/process-definition/{definition}",
    "DELETE, E/process-definition/key/doors-probe"
  })
  void nobody_deploys_through_the_browser_an_administrator_neither(String method, String path) {
    Browser administrator = administrator();
    String before = probe.state();
    String deployment =
        engine
            .getRepositoryService()
            .getProcessDefinition(own.getProcessDefinitionId())
            .getDeploymentId();

    HttpResponse<String> answer =
        administrator.call(
            method,
            named(path).replace("{deployment}", deployment),
            "multipart/form-data; boundary=B",
            method.equals("DELETE") ? "" : AS_MODELER);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("/problems/deployed-at-start")
        .contains("the folder that touchstone.processes names");
    assertThat(probe.state()).isEqualTo(before);
  }

  private static final String AS_MODELER =
      """
      --B\r
      Content-Disposition: form-data; name="deployment-name"\r
      \r
      evil\r
      --B\r
      Content-Disposition: form-data; name="data"; filename="evil.bpmn"\r
      Content-Type: application/octet-stream\r
      \r
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="e"\
       xmlns:camunda="http://camunda.org/schema/1.0/bpmn">\
      <process id="evil" isExecutable="true" camunda:historyTimeToLive="1">\
      <startEvent id="s"/></process></definitions>\r
      --B--\r
      """;

  private Browser administrator() {
    return readers.computeIfAbsent(
        "admin",
        id -> {
          Browser browser = new Browser(port);
          browser.login("cockpit", id, "Test-Password-1");
          return browser;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "00000000-0000-0000-0000-000000000000"})
  void a_task_that_is_not_there_is_told_to_be_gone_and_is_no_fault(String task) {
    for (Browser browser : List.of(reader("dooraud"), reader("doorown"), administrator())) {
      for (String part : List.of("deployed-form", "form", "rendered-form", "variables")) {
        HttpResponse<String> answer = browser.get(ENGINE + "/task/" + task + "/" + part);
        assertThat(answer.statusCode()).as(part + answer.body()).isLessThan(500);
      }
    }
    assertThat(reader("dooraud").get(ENGINE + "/task/" + task + "/deployed-form").body())
        .contains("/problems/task-gone");
  }

  @Test
  void an_administrators_completion_of_anothers_task_is_refused_in_our_words() {
    Browser administrator = new Browser(port);
    administrator.login("tasklist", "admin", "Test-Password-1");

    HttpResponse<String> answer =
        administrator.json("POST", ENGINE + "/task/" + others.getId() + "/complete", "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems/not-your-task").doesNotContain("ENGINE-");
  }

  private Browser reader(String user) {
    return readers.computeIfAbsent(
        user,
        id -> {
          Browser browser = new Browser(port);
          browser.login("cockpit", id, PASSWORD);
          return browser;
        });
  }

  private String named(String template) {
    return template
        .replace("E/", ENGINE + "/")
        .replace("{own}", own.getId())
        .replace("{others}", others.getId())
        .replace("{pool}", pool.getId())
        .replace("{instance}", own.getProcessInstanceId())
        .replace("{execution}", own.getExecutionId())
        .replace("{definition}", own.getProcessDefinitionId())
        .replace("{filter}", filter());
  }

  private String filter() {
    return engine
        .getFilterService()
        .createFilterQuery()
        .filterName("My tasks")
        .singleResult()
        .getId();
  }

  private long refusals(String user) {
    return calls(user, "call_refused").size();
  }

  private List<String> calls(String user, String action) {
    return database
        .sql(
            """
            select object || ' ' || (details ->> 'method') from touchstone.audit_event
            where actor = ? and action = ? order by seq
            """)
        .params(user, action)
        .query(String.class)
        .list();
  }
}
