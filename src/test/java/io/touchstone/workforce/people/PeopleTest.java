package io.touchstone.workforce.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.Days;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Projects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks after people has these calls and nothing else. */
class PeopleTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";
  private static final String OWN = "loud granite staircase";
  private static final long DAY = 24 * 3_600_000L;

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private Workforce workforce;
  @Autowired private Projects projects;
  @Autowired private AccountMakers makers;
  @Autowired private DayLook look;
  @Autowired private Days days;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private Road road;
  private String dora;
  private String ada;

  @BeforeEach
  void a_data_manager_and_a_project() {
    road = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(2));
    dora = id("dora");
    directory.add(dora, "Dora", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    ada = id("ada");
  }

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void whom_a_data_manager_invites_chooses_a_password_by_the_link_and_is_given_work() {
    JsonNode added =
        body(
            as(
                dora,
                "POST",
                "/people",
                "{\"id\": \"%s\", \"name\": \"Ada Arlt\", \"mail\": \"ada@example.org\", \"department\": \"claims\", \"skills\": {\"%s\": 0.8}}"
                    .formatted(ada, road.project())));
    String token = added.get("link").asText().replaceAll(".*#", "");

    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(stored(token)).as("the database holds a digest").isFalse();
    assertThat(view(ada).get("wayIn").asText()).isEqualTo("link");
    HttpResponse<String> weak = invitation("", token, "password1234");
    assertThat(weak.statusCode()).isEqualTo(422);
    assertThat(invitation("/state", token, "").body()).contains(ada);
    assertThat(invitation("", token, OWN).statusCode()).isEqualTo(204);

    assertThat(directory.login(ada, OWN)).isPresent();
    assertThat(invitation("", token, OWN).statusCode()).as("it opens once").isEqualTo(404);
    assertThat(workforce.eligible(projects.require(road.project()), Set.of(ada)))
        .extracting(Annotator::id)
        .containsExactly(ada);
    assertThat(view(ada).get("skillsSince").get(road.project()).asText())
        .isEqualTo(days.today().toString());
    assertThat(events("user:" + ada)).contains(dora + " person_added", ada + " invitation_used");
    assertThat(details("user:" + ada)).noneMatch(each -> each.matches("(?s).*(Arlt|@).*"));
  }

  @Test
  void a_link_opens_nothing_after_its_end_nor_after_a_newer_one_was_made() {
    String first = token(add(ada, "link"));
    String second = token(body(as(dora, "POST", "/people/" + ada + "/entry", "{}")));

    assertThat(invitation("", first, OWN).statusCode()).isEqualTo(404);
    ClockUtil.offset(7 * DAY + 1000);
    assertThat(invitation("", second, OWN).statusCode()).isEqualTo(410);
    assertThat(view(ada).get("wayIn").asText()).isEqualTo("link-ended");
    assertThat(directory.login(ada, OWN)).isEmpty();
  }

  @Test
  void a_first_password_opens_nothing_but_its_own_replacement() {
    String given = add(ada, "password").get("password").asText();

    HttpResponse<String> refused = call(ada, given, "GET", "/projects", "");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("/problems/first-password", "Choose your own");
    assertThat(call(ada, given, "GET", "/me/password", "").statusCode()).isEqualTo(200);
    String change = "{\"current\": \"%s\", \"new\": \"%s\"}".formatted(given, OWN);
    assertThat(call(ada, given, "POST", "/me/password", change).statusCode()).isEqualTo(204);

    assertThat(call(ada, OWN, "GET", "/projects", "").statusCode()).isEqualTo(200);
    assertThat(view(ada).get("wayIn").asText()).isEqualTo("password");
  }

  @Test
  void a_first_password_that_is_too_old_cannot_even_be_replaced() {
    String given = add(ada, "password").get("password").asText();
    ClockUtil.offset(7 * DAY + 1000);

    String change = "{\"current\": \"%s\", \"new\": \"%s\"}".formatted(given, OWN);
    assertThat(call(ada, given, "POST", "/me/password", change).body())
        .contains("first-password-ended");
  }

  @Test
  void roles_beside_annotator_come_from_an_administrator_and_never_for_oneself() {
    String body =
        "{\"id\": \"%s\", \"name\": \"Rex\", \"roles\": [\"reviewer\"]}".formatted(id("rex"));
    assertThat(as(dora, "POST", "/people", body).statusCode()).isEqualTo(403);
    assertThat(admin("POST", "/people", body).statusCode()).isEqualTo(201);

    String roles = "{\"roles\": [\"annotator\", \"datamanager\"]}";
    add(ada, "link");
    assertThat(as(dora, "PUT", "/people/" + ada + "/roles", roles).statusCode()).isEqualTo(403);
    assertThat(as(dora, "PUT", "/people/" + dora + "/roles", roles).statusCode()).isEqualTo(403);
    assertThat(admin("PUT", "/people/admin/roles", roles).body()).contains("not-for-oneself");
    assertThat(admin("PUT", "/people/" + ada + "/roles", roles).statusCode()).isEqualTo(204);
    assertThat(directory.members(Role.DATA_MANAGER)).contains(ada);

    assertThat(as(dora, "PUT", "/people/" + dora + "/skills/things", "{}").body())
        .contains("not-for-oneself");
    assertThat(as(dora, "POST", "/people/" + id("rex") + "/leaving", "{}").statusCode())
        .as("a data manager closes no account but an annotator's")
        .isEqualTo(403);
  }

  @Test
  void
      an_account_is_no_second_person_to_whoever_made_it_until_another_administrator_confirmed_it() {
    directory.add(id("root"), "Root", Optional.of(PASSWORD), Set.of(Role.ADMINISTRATOR));
    directory.add(id("ruth"), "Ruth", Optional.of(PASSWORD), Set.of(Role.ADMINISTRATOR));
    String mia = id("mona");
    String body =
        "{\"id\": \"%s\", \"name\": \"Mia\", \"roles\": [\"datamanager\"]}".formatted(mia);
    assertThat(as(id("root"), "POST", "/people", body).body()).contains("link");

    assertThat(makers.objection(mia, id("root"))).isPresent();
    assertThat(makers.objection(id("root"), mia)).isPresent();
    assertThat(makers.objection(mia, dora)).as("to others it is").isEmpty();
    String confirm = "/people/" + mia + "/confirmation";
    assertThat(as(id("root"), "POST", confirm, "").body()).contains("no-second-person");
    assertThat(as(dora, "POST", confirm, "").statusCode()).isEqualTo(403);

    assertThat(as(id("ruth"), "POST", confirm, "").statusCode()).isEqualTo(204);
    assertThat(makers.objection(mia, id("root"))).isEmpty();
    assertThat(as(id("ruth"), "POST", confirm, "").statusCode()).isEqualTo(409);
    assertThat(events("user:" + mia)).contains(id("ruth") + " account_confirmed");
  }

  @Test
  void nobody_stands_behind_two_accounts_by_making_one_that_makes_another_or_confirms() {
    directory.add(id("root"), "Root", Optional.of(PASSWORD), Set.of(Role.ADMINISTRATOR));
    String puppet = id("puppet");
    String token =
        token(
            body(
                as(
                    id("root"),
                    "POST",
                    "/people",
                    "{\"id\": \"%s\", \"name\": \"Puppet\", \"roles\": [\"camunda-admin\"]}"
                        .formatted(puppet))));
    invitation("", token, OWN);
    String mia = "{\"id\": \"%s\", \"name\": \"Mia\", \"roles\": [\"datamanager\"]}";
    assertThat(call(puppet, OWN, "POST", "/people", mia.formatted(id("mona"))).body())
        .contains("link");
    as(id("root"), "POST", "/people", mia.formatted(id("moritz")));

    assertThat(makers.objection(id("mona"), id("root"))).as("made by one it made").isPresent();
    String confirm = "/people/" + id("moritz") + "/confirmation";
    assertThat(call(puppet, OWN, "POST", confirm, "").body()).contains("within 24 hours");
    ClockUtil.offset(DAY + 1000);
    assertThat(call(puppet, OWN, "POST", confirm, "").statusCode()).isEqualTo(204);
  }

  @Test
  void whom_an_administrator_made_elsewhere_shows_as_without_work_and_one_call_gives_it() {
    directory.add(ada, "Ada", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    assertThat(view(ada).get("state").asText()).isEqualTo("no-work-yet");
    assertThat(as(dora, "PUT", "/people/" + ada + "/skills/" + road.project(), "{}").body())
        .contains("no-work-yet");

    String body = "{\"department\": \"claims\", \"skills\": {\"%s\": 1}}".formatted(road.project());
    assertThat(as(dora, "POST", "/people/" + ada + "/work", body).statusCode()).isEqualTo(204);

    assertThat(view(ada).get("state").asText()).isEqualTo("here");
    road.receiveThings(2).untilItRests();
    assertThat(view(ada).get("openPackages").asInt()).isEqualTo(1);
  }

  @Test
  void a_conflict_with_a_project_keeps_its_items_away_and_every_conflict_is_shown() {
    add(ada, "link");
    as(dora, "PUT", "/people/" + ada + "/skills/" + road.project(), "{\"level\": 0.5}");
    assertThat(eligible()).contains(ada);

    conflict("project", road.project());
    conflict("person", dora);
    conflict("source", "ward 3");
    conflict("subject", "4711");

    assertThat(eligible()).doesNotContain(ada);
    JsonNode conflicts = body(as(dora, "GET", "/people/" + ada, "")).get("conflicts");
    assertThat(conflicts).hasSize(4);
    assertThat(details("user:" + ada)).noneMatch(each -> each.contains("4711"));
    String own = "{\"kind\": \"person\", \"with\": \"%s\"}".formatted(ada);
    assertThat(as(dora, "POST", "/people/" + ada + "/conflicts", own).body())
        .contains("Nobody has a conflict with oneself");
    String number = conflicts.get(0).get("id").asText();
    as(dora, "DELETE", "/people/" + ada + "/conflicts/" + number, "");
    assertThat(eligible()).contains(ada);
  }

  private void conflict(String kind, String with) {
    String body = "{\"kind\": \"%s\", \"with\": \"%s\"}".formatted(kind, with);
    assertThat(as(dora, "POST", "/people/" + ada + "/conflicts", body).statusCode()).isEqualTo(204);
  }

  @Test
  void an_absence_begins_and_ends_by_itself_and_its_work_goes_to_others() {
    road.annotators("ada", "ben").receiveThings(8).untilItRests();
    LocalDate first = days.today().plusDays(2);
    String body = "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(first, first.plusDays(1));
    assertThat(as(dora, "POST", "/people/" + ada + "/absences", body).statusCode()).isEqualTo(200);
    look.look();
    assertThat(view(ada).get("state").asText()).isEqualTo("here");

    ClockUtil.offset(2 * DAY);
    assertThat(eligible()).as("before anything has looked").doesNotContain(ada);
    look.look();
    assertThat(view(ada).get("state").asText()).isEqualTo("away");
    assertThat(view(ada).get("absentUntil").asText()).isEqualTo(first.plusDays(2).toString());
    assertThat(road.workOf("ada")).isEmpty();
    assertThat(load("ben")).isEqualTo(4);

    ClockUtil.offset(4 * DAY);
    look.look();
    assertThat(view(ada).get("state").asText()).isEqualTo("here");
    assertThat(eligible()).contains(ada);
    assertThat(body(as(dora, "GET", "/people/" + ada, "")).get("absences")).isEmpty();
  }

  @Test
  void an_absence_from_today_takes_effect_at_once_and_can_be_taken_back() {
    road.annotators("ada", "ben").receiveThings(4).untilItRests();
    String body = "{\"from\": \"%s\"}".formatted(days.today());

    JsonNode noted = body(as(dora, "POST", "/people/" + ada + "/absences", body));
    assertThat(noted.get("movedItems").asInt()).isEqualTo(2);
    String number =
        body(as(dora, "GET", "/people/" + ada, "")).get("absences").get(0).get("id").asText();
    as(dora, "DELETE", "/people/" + ada + "/absences/" + number, "");

    assertThat(view(ada).get("state").asText()).isEqualTo("here");
    String wrong = "{\"from\": \"2031-02-01\", \"to\": \"2031-01-01\"}";
    assertThat(as(dora, "POST", "/people/" + ada + "/absences", wrong).body())
        .contains("comes before the first");
  }

  @Test
  void who_leaves_gives_work_to_others_cannot_log_in_and_stays_in_the_history() {
    road.annotator("ada", PASSWORD).annotators("ben").receiveThings(4).untilItRests();
    assertThat(call(ada, PASSWORD, "GET", "/projects", "").statusCode()).isEqualTo(200);

    JsonNode left = body(as(dora, "POST", "/people/" + ada + "/leaving", "{}"));

    assertThat(left.get("movedItems").asInt()).isEqualTo(2);
    assertThat(call(ada, PASSWORD, "GET", "/projects", "").statusCode()).isEqualTo(401);
    assertThat(directory.login(ada, PASSWORD)).isEmpty();
    assertThat(directory.members(Role.ANNOTATOR)).doesNotContain(ada);
    JsonNode shown = view(ada);
    assertThat(shown.get("state").asText()).isEqualTo("left");
    assertThat(shown.get("leftOn").asText()).isEqualTo(days.today().toString());
    assertThat(as(dora, "POST", "/people/" + ada + "/absence", "{\"absent\": false}").statusCode())
        .isEqualTo(409);
    assertThat(events("user:" + ada)).contains(dora + " leaving_noted", "system account_closed");
  }

  @Test
  void a_leaving_later_is_carried_out_on_its_day() {
    road.annotator("ada", PASSWORD);
    LocalDate day = days.today().plusDays(3);
    as(dora, "POST", "/people/" + ada + "/leaving", "{\"on\": \"%s\"}".formatted(day));
    look.look();
    assertThat(directory.login(ada, PASSWORD)).isPresent();

    ClockUtil.offset(3 * DAY);
    look.look();

    assertThat(directory.login(ada, PASSWORD)).isEmpty();
    assertThat(as(dora, "DELETE", "/people/" + ada + "/leaving", "").statusCode()).isEqualTo(204);
    assertThat(view(ada).get("state").asText()).isEqualTo("here");
  }

  @Test
  void nothing_of_skills_or_conflicts_reaches_an_annotator() {
    add(ada, "link");
    conflict("subject", "secretsubject");
    directory.add(id("eve"), "Eve", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    for (String path : List.of("/people", "/people/" + ada, "/people/" + id("eve"))) {
      HttpResponse<String> answer = as(id("eve"), "GET", path, "");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("secretsubject", "skills");
    }
  }

  private JsonNode add(String id, String first) {
    return body(
        as(
            dora,
            "POST",
            "/people",
            "{\"id\": \"%s\", \"name\": \"Some Body\", \"first\": \"%s\"}".formatted(id, first)));
  }

  private static String token(JsonNode entry) {
    return entry.get("link").asText().replaceAll(".*#", "");
  }

  private HttpResponse<String> invitation(String path, String token, String password) {
    return new Machine(port)
        .call(
            "POST",
            "/invitation" + path,
            "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password));
  }

  private boolean stored(String token) {
    return database
        .sql("select exists (select from touchstone.invitation where token_sha256 = ?)")
        .param(token)
        .query(Boolean.class)
        .single();
  }

  private Set<String> eligible() {
    return workforce
        .eligible(projects.require(road.project()), directory.members(Role.ANNOTATOR))
        .stream()
        .map(Annotator::id)
        .collect(java.util.stream.Collectors.toSet());
  }

  private int load(String name) {
    JsonNode shown = view(id(name));
    return shown.get("openPackages").asInt() + shown.get("queuedPackages").asInt();
  }

  private JsonNode view(String id) {
    return body(as(dora, "GET", "/people/" + id, "")).get("person");
  }

  private List<String> events(String object) {
    return database
        .sql(
            """
            select actor || ' ' || action from touchstone.audit_event where object = ? order by seq
            """)
        .param(object)
        .query(String.class)
        .list();
  }

  private List<String> details(String object) {
    return database
        .sql("select details::text from touchstone.audit_event where object = ?")
        .param(object)
        .query(String.class)
        .list();
  }

  private String id(String name) {
    return name + road.project().replaceAll("\\D", "");
  }

  private HttpResponse<String> as(String user, String method, String path, String body) {
    return call(user, PASSWORD, method, path, body);
  }

  private HttpResponse<String> admin(String method, String path, String body) {
    return call("admin", "Test-Password-1", method, path, body);
  }

  private HttpResponse<String> call(
      String user, String password, String method, String path, String body) {
    return new Machine(port)
        .call(method, "/api/v1" + path, body, "Authorization", Machine.basic(user, password));
  }

  private static JsonNode body(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + answer.statusCode(), e);
    }
  }
}
