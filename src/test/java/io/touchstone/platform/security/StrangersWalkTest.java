package io.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.security.project.CallScope;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Api;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint with the ids of a project that the caller may not know. The measure is the
 * product's own answer for ids that nothing has: a stranger must get the same in every byte.
 */
class StrangersWalkTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";

  /** Between them these have every role; whoever audits may not label. */
  private static final Map<String, Set<Role>> PEOPLE =
      Map.of(
          "manager",
          Set.of(
              Role.DATA_MANAGER,
              Role.PRIVACY_OFFICER,
              Role.GUIDELINE_OWNER,
              Role.PROCESS_OWNER,
              Role.TRAINING_ENGINEER),
          "auditor",
          Set.of(Role.AUDITOR),
          "worker",
          Set.of(Role.ANNOTATOR, Role.REVIEWER));

  private static Road done;
  private static Road held;
  private static Road reviewed;
  private static Road own;

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private Directory directory;
  @Autowired private ProjectAccess access;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @LocalServerPort private int port;

  private Machine machine;

  private record Endpoint(String method, String path, HandlerMethod handler) {

    private String row() {
      return method + " " + path;
    }
  }

  /** What stands in an address: ids of one project, or ids that nothing has. */
  private record Ids(
      String project,
      String batch,
      String item,
      String dataset,
      String task,
      String workPackage,
      String assignment,
      String object,
      String remark) {

    private static final Ids NOBODYS =
        new Ids("x1", "x2", "x3", "x4", "x5", "x6", "x7", "ab/cdef", "9999");

    private Ids ofTask(String id) {
      return new Ids(project, batch, item, dataset, id, workPackage, assignment, object, remark);
    }
  }

  @BeforeEach
  void a_project_with_everything_and_another_one() {
    machine = new Machine(port);
    if (done == null) {
      done = Road.of(beans, Options.standard().gold(0.2, 6)).annotators("ada", "ben");
      done.receiveThings(6).untilItRests().everybodyLabels(Road.RIGHT).untilItRests();
      done.decideRelease("tom", "approve", "");
      remark(done);
      held = Road.of(beans, Options.standard()).annotators("cy").receiveThings(3).untilItRests();
      reviewed = Road.of(beans, Options.standard()).annotators("dee", "eve").officerAway();
      reviewed.receiveThings(3).untilItRests();
      own = Road.of(beans, Options.standard()).annotators("fay", "gus");
      own.receiveThings(3).untilItRests();
    }
    PEOPLE.forEach(
        (name, roles) -> {
          directory.add(stranger(name), name, Optional.of(PASSWORD), roles);
          directory.add(knower(name), name, Optional.of(PASSWORD), roles);
          access.set(stranger(name), new KnownProjects(false, Set.of(own.project())));
          access.set(
              knower(name),
              new KnownProjects(false, Set.of(done.project(), held.project(), reviewed.project())));
        });
    machine.call(
        "POST",
        Api.MACHINE + "/project-drafts",
        "{\"key\": \"%s\"}".formatted(done.project()),
        "Authorization",
        Machine.basic(knower("manager"), PASSWORD));
  }

  @Test
  void every_endpoint_says_how_it_is_bound_to_projects() {
    List<String> silent =
        endpoints().stream()
            .filter(each -> !CallScope.of(Api.MACHINE + each.path(), each.handler()).declared())
            .map(Endpoint::row)
            .toList();

    assertThat(silent)
        .as("neither an id in the address that CallScope knows, nor @Reach at the controller")
        .isEmpty();
  }

  @Test
  void what_belongs_to_a_strangers_project_is_answered_as_what_is_not_there() {
    List<String> told = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    List<Ids> everything = everything();
    for (Endpoint endpoint : endpoints()) {
      if (CallScope.of(Api.MACHINE + endpoint.path(), endpoint.handler()).things().isEmpty()) {
        continue;
      }
      named.add(endpoint.row());
      for (String name : PEOPLE.keySet()) {
        String absent = answer(endpoint, Ids.NOBODYS, stranger(name));
        for (Ids ids : everything) {
          boolean roleDecides = absent.startsWith("403 ") && ids != everything.get(0);
          boolean taskMatters = endpoint.path().contains("{taskId}") || ids.task().equals("none");
          if (roleDecides || !taskMatters) {
            continue;
          }
          if (!answer(endpoint, ids, stranger(name)).equals(absent)) {
            told.add(name + " " + endpoint.row());
          }
          if (reads(endpoint)
              && !seen.contains(endpoint.row())
              && !answer(endpoint, ids, knower(name)).equals(absent)) {
            seen.add(endpoint.row());
          }
        }
      }
    }

    assertThat(told).isEmpty();
    // The ids are those of things that are there: whoever may know them reads something else.
    named.removeIf(row -> !row.startsWith("GET ") || row.contains("/git/"));
    named.removeAll(seen);
    assertThat(named).isEqualTo(NOT_IN_THESE_BATCHES);
  }

  /** Tasks of processes that these batches do not come to, and pages of work in hand. */
  private static final Set<String> NOT_IN_THESE_BATCHES = Set.of();

  @Test
  void no_list_count_or_figure_names_a_strangers_project() {
    List<String> told = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    for (Endpoint endpoint : endpoints()) {
      if (!reads(endpoint) || endpoint.path().contains("{")) {
        continue;
      }
      for (String name : PEOPLE.keySet()) {
        if (call(endpoint.method(), endpoint.path(), stranger(name)).statusCode() == 403) {
          continue;
        }
        for (String query : queries()) {
          if (tells(call(endpoint.method(), endpoint.path() + query, stranger(name)).body())) {
            told.add(name + " " + endpoint.row() + query);
          }
          if (!named.contains(endpoint.row())
              && tells(call(endpoint.method(), endpoint.path() + query, knower(name)).body())) {
            named.add(endpoint.row());
          }
        }
      }
    }

    assertThat(told).isEmpty();
    assertThat(named)
        .contains(
            "GET /projects",
            "GET /batches",
            "GET /manifests",
            "GET /datasets",
            "GET /health/metrics",
            "GET /audit/batches",
            "GET /audit/events",
            "GET /audit/events/export",
            "GET /audit/find");
  }

  @Test
  void the_chain_of_the_whole_trail_is_told_to_nobody_who_knows_a_part_and_says_why() {
    for (String path : List.of("/audit/check", "/audit/rows", "/audit/seals", "/health/reviews")) {
      HttpResponse<String> answer =
          call("GET", path, path.startsWith("/audit") ? knower("auditor") : knower("manager"));

      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).contains("every-project", "all projects at once");
    }
  }

  @Test
  void a_text_is_tried_under_no_rules_of_a_strangers_project() {
    String body = "{\"project\": \"%s\", \"text\": \"Call 0612345678\"}";

    HttpResponse<String> strange = preview(body.formatted(done.project()), stranger("manager"));
    HttpResponse<String> absent = preview(body.formatted("x1"), stranger("manager"));

    assertThat(strange.statusCode()).isEqualTo(404);
    assertThat(strange.body()).isEqualTo(absent.body());
    assertThat(preview(body.formatted(done.project()), knower("manager")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_annotator_sees_the_projects_that_she_has_work_in_and_no_others() {
    directory.add(own.person("fay").id(), "fay", Optional.empty(), Set.of(Role.ANNOTATOR));
    Caller fay = own.person("fay");

    assertThat(access.known(fay)).isEqualTo(new KnownProjects(false, Set.of(own.project())));
    access.give(fay.id(), Set.of(held.project()));
    assertThat(access.known(fay).keys()).containsExactlyInAnyOrder(own.project(), held.project());
    access.set(fay.id(), new KnownProjects(false, Set.of()));
  }

  private HttpResponse<String> preview(String body, String user) {
    return machine.call(
        "POST",
        Api.MACHINE + "/redaction/preview",
        body,
        "Authorization",
        Machine.basic(user, PASSWORD));
  }

  private List<String> queries() {
    return List.of(
        "?format=jsonl",
        "?format=csv&project=" + done.project() + "&batch=" + done.batchId(),
        "?id=" + done.batchId(),
        "?id=" + ids(done).item(),
        "?project=" + held.project() + "&text=" + held.batchId());
  }

  /** An answer that repeats what was asked for tells nothing; one that adds to it does. */
  private boolean tells(String answer) {
    // Tests name a skill after the project that asks for it.
    String body = answer.replaceAll("\"skills\":\\{[^}]*}", "");
    return List.of(done, held, reviewed).stream()
        .anyMatch(
            road ->
                body.contains("\"" + road.project() + "\"")
                    || body.contains("\"project:" + road.project() + "\"")
                    || body.contains("\"kind\":\"batch\"")
                    || body.contains("\"kind\":\"item\"")
                    || body.contains("batch:" + road.batchId())
                    || body.contains("\"batchId\":\"" + road.batchId() + "\""));
  }

  private static boolean reads(Endpoint endpoint) {
    return endpoint.method().equals("GET");
  }

  private static String stranger(String name) {
    return "stranger" + name;
  }

  private static String knower(String name) {
    return "knower" + name;
  }

  /** The ids of each project, with each task that waits in it. */
  private List<Ids> everything() {
    List<Ids> all = new ArrayList<>();
    for (Road road : List.of(done, held, reviewed)) {
      Ids ids = ids(road);
      all.add(ids);
      road.openTasks().stream().map(OpenTask::id).map(ids::ofTask).forEach(all::add);
    }
    return all;
  }

  private Ids ids(Road road) {
    String batch = road.batchId();
    return new Ids(
        road.project(),
        batch,
        one("select id from touchstone.item where batch_id = ? order by id limit 1", batch),
        one("select dataset from touchstone.dataset_version where batch_id = ?", batch),
        "none",
        one("select id from touchstone.work_package where batch_id = ? order by id limit 1", batch),
        one("select id from touchstone.assignment where batch_id = ? order by id limit 1", batch),
        one("select dvc_md5 from touchstone.dataset_version where batch_id = ?", batch)
            .replaceFirst("^(..)", "$1/"),
        one(
            "select id::text from touchstone.guideline_remark where project_key = ?",
            road.project()));
  }

  private String one(String sql, String id) {
    return database.sql(sql).param(id).query(String.class).optional().orElse("none");
  }

  private void remark(Road road) {
    database
        .sql(
            "insert into touchstone.clarification (id, annotator_id, project_key, batch_id, pauses,"
                + " since, begun_at) values (?, ?, ?, ?, false, 0, now())")
        .params("talk-" + road.batchId(), road.person("ada").id(), road.project(), road.batchId())
        .update();
    database
        .sql(
            "insert into touchstone.guideline_remark (project_key, guideline_version,"
                + " clarification_id, remark, created_at) values (?, 1, ?, 'What is red?', now())")
        .params(road.project(), "talk-" + road.batchId())
        .update();
  }

  /** Status, type and body. */
  private String answer(Endpoint endpoint, Ids ids, String user) {
    HttpResponse<String> answer = call(endpoint.method(), address(endpoint.path(), ids), user);
    return answer.statusCode()
        + " "
        + answer.headers().firstValue("Content-Type").orElse("")
        + " "
        + answer.body();
  }

  private HttpResponse<String> call(String method, String path, String user) {
    return machine.call(
        method,
        Api.MACHINE + path,
        method.equals("GET") ? "" : "{}",
        "Authorization",
        Machine.basic(user, PASSWORD),
        "If-Match",
        "\"0\"",
        "Idempotency-Key",
        "stranger");
  }

  private static String address(String path, Ids ids) {
    Map<String, UnaryOperator<String>> rules = new LinkedHashMap<>();
    rules.put("items/{assignmentId}", text -> "items/" + ids.assignment());
    rules.put("remarks/{id}", text -> "remarks/" + ids.remark());
    rules.put("batches/{id}", text -> "batches/" + ids.batch());
    rules.put("items/{id}", text -> "items/" + ids.item());
    rules.put("projects/{key}", text -> "projects/" + ids.project());
    rules.put("project-drafts/{key}", text -> "project-drafts/" + ids.project());
    rules.put("{project}", text -> ids.project());
    rules.put("{name}", text -> ids.dataset());
    rules.put("{taskId}", text -> ids.task());
    rules.put("{packageId}", text -> ids.workPackage());
    rules.put("{folder}/{object}", text -> ids.object());
    rules.put("{version}", text -> "1");
    String address = path;
    for (Map.Entry<String, UnaryOperator<String>> rule : rules.entrySet()) {
      address = address.replace(rule.getKey(), rule.getValue().apply(""));
    }
    return address.replaceAll("\\{[^}]+}", "unknown");
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> each :
        mappings.getHandlerMethods().entrySet()) {
      for (String pattern : each.getKey().getPatternValues()) {
        for (RequestMethod method : each.getKey().getMethodsCondition().getMethods()) {
          if (pattern.startsWith(Api.MACHINE + "/")) {
            all.add(
                new Endpoint(
                    method.name(), pattern.substring(Api.MACHINE.length()), each.getValue()));
          }
        }
      }
    }
    return all;
  }
}
