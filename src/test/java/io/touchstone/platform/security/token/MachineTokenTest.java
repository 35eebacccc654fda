package io.touchstone.platform.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's token from its making to its end, through the doors. */
class MachineTokenTest extends IntegrationTest {

  private static final String MINE = "/camunda/api/touchstone/v1/me/tokens";
  private static final String ALL = "/camunda/api/touchstone/v1/tokens";
  private static final String PASSWORD = "quiet marble staircase";
  private static int people;

  @Autowired private Directory directory;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private String owner;
  private Browser browser;
  private Machine machine;

  @BeforeEach
  void a_data_manager() {
    owner = "tokens" + ++people;
    browser = loggedIn(owner, Role.DATA_MANAGER);
    machine = new Machine(port);
  }

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void a_token_opens_what_its_scope_says_and_is_nowhere_in_the_database() {
    JsonNode made = make("nightly", "[\"read\"]");
    String secret = made.path("secret").textValue();

    assertThat(secret).matches("tst_[A-Za-z0-9_-]{43}");
    assertThat(call("GET", "/api/v1/projects", secret).statusCode()).isEqualTo(200);
    HttpResponse<String> beyond = call("POST", "/api/v1/held/unknown", secret);
    assertThat(beyond.statusCode()).isEqualTo(403);
    assertThat(beyond.body()).contains("/problems/outside-scope", "\\\"manage\\\"");
    assertThat(
            database
                .sql("select hash from touchstone.machine_token where id = ?")
                .param(made.path("token").path("id").longValue())
                .query(String.class)
                .single())
        .isEqualTo(sha256(secret));
    assertThat(browser.get(MINE).body()).contains("\"nightly\"").doesNotContain(secret);
  }

  @Test
  void programs_that_know_basic_only_send_it_as_the_password_of_token() {
    String secret = make("clone", "[\"read\"]").path("secret").textValue();

    assertThat(basic("token", secret)).isEqualTo(200);
    assertThat(basic(owner, secret)).as("it is nobody's password").isEqualTo(401);
    assertThat(basic("token", PASSWORD)).isEqualTo(401);
  }

  @Test
  void making_first_use_changing_calls_and_revoking_are_on_record_and_the_last_use_is_shown() {
    JsonNode made = make("all", "[\"read\",\"manage\"]");
    String secret = made.path("secret").textValue();
    long id = made.path("token").path("id").longValue();
    assertThat(made.path("token").path("lastUsedAt").isNull()).isTrue();

    call("GET", "/api/v1/projects", secret);
    call("GET", "/api/v1/projects", secret);
    call("POST", "/api/v1/held/unknown", secret);
    assertThat(only().path("lastUsedAt").textValue()).isNotNull();
    assertThat(browser.json("DELETE", MINE + "/" + id, "").statusCode()).isEqualTo(204);

    HttpResponse<String> refused = call("GET", "/api/v1/projects", secret);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("/problems/invalid-token", "This token opens nothing");
    assertThat(events(owner))
        .containsExactly(
            "token_made token:" + id,
            "token_first_used token:" + id,
            "token_called call:/api/v1/held/unknown",
            "token_revoked token:" + id);
  }

  @Test
  void what_a_token_is_refused_is_on_record() {
    String secret = make("reader", "[\"read\"]").path("secret").textValue();

    call("POST", "/api/v1/approvals/unknown", secret);

    assertThat(refusals(owner)).containsExactly("call:/api/v1/approvals/unknown");
  }

  @Test
  void a_token_ends_on_its_day() {
    String secret = make("short", "[\"read\"]", 2).path("secret").textValue();
    ClockUtil.offset(2 * 86_400_000L - 60_000);
    assertThat(call("GET", "/api/v1/projects", secret).statusCode()).isEqualTo(200);

    ClockUtil.offset(2 * 86_400_000L + 60_000);

    assertThat(call("GET", "/api/v1/projects", secret).statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_loses_with_its_owner_each_role_at_once_and_dies_with_the_account() {
    String secret = make("outlives", "[\"read\",\"manage\"]").path("secret").textValue();
    assertThat(call("GET", "/api/v1/people", secret).statusCode()).isEqualTo(200);

    directory.add(owner, owner, Optional.empty(), Set.of(Role.TRAINING_ENGINEER));
    identity.deleteMembership(owner, Role.DATA_MANAGER.group());
    assertThat(call("GET", "/api/v1/people", secret).statusCode()).isEqualTo(403);
    assertThat(call("GET", "/api/v1/datasets", secret).statusCode()).isEqualTo(200);

    identity.deleteMembership(owner, Role.TRAINING_ENGINEER.group());
    assertThat(call("GET", "/api/v1/projects", secret).statusCode())
        .as("no role is left")
        .isEqualTo(401);
    identity.createMembership(owner, Role.DATA_MANAGER.group());
    assertThat(call("GET", "/api/v1/projects", secret).statusCode()).isEqualTo(200);
    identity.deleteUser(owner);
    assertThat(call("GET", "/api/v1/projects", secret).statusCode()).isEqualTo(401);
  }

  @Test
  void no_token_makes_tokens_or_changes_passwords() {
    String secret = make("all", "[\"read\",\"deliver\",\"manage\"]").path("secret").textValue();

    for (String path : List.of("/api/v1/me/tokens", "/api/v1/me/password", "/api/v1/%6De/tokens")) {
      HttpResponse<String> answer = call("POST", path, secret);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).as(path).contains("/problems/not-with-a-token");
    }
  }

  @Test
  void a_stranger_neither_sees_nor_ends_it_and_an_administrator_does() {
    JsonNode made = make("mine", "[\"read\"]");
    String id = made.path("token").path("id").asText();
    Browser stranger = loggedIn(owner + "x", Role.DATA_MANAGER);

    assertThat(stranger.get(MINE).body()).doesNotContain("\"mine\"");
    assertThat(stranger.json("DELETE", MINE + "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(stranger.json("DELETE", ALL + "/" + id, "").statusCode()).isEqualTo(403);
    assertThat(call("GET", "/api/v1/projects", made.path("secret").textValue()).statusCode())
        .isEqualTo(200);

    Browser administrator = new Browser(port);
    administrator.login("admin", "admin", "Test-Password-1");
    assertThat(administrator.get(ALL).body()).contains("\"" + owner + "\"");
    assertThat(administrator.json("DELETE", ALL + "/" + id, "").statusCode()).isEqualTo(204);
    assertThat(call("GET", "/api/v1/projects", made.path("secret").textValue()).statusCode())
        .isEqualTo(401);
    assertThat(only().path("revokedBy").textValue()).isEqualTo("admin");
  }

  @ParameterizedTest(name = "{0} is refused at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"scopes\":[\"read\"],\"days\":9}|name",
        "{\"name\":\"  \",\"scopes\":[\"read\"],\"days\":9}|name",
        "{\"name\":\"n\",\"scopes\":[],\"days\":9}|scopes",
        "{\"name\":\"n\",\"scopes\":[\"everything\"],\"days\":9}|scopes",
        "{\"name\":\"n\",\"scopes\":[\"label\"],\"days\":9}|scopes",
        "{\"name\":\"n\",\"scopes\":[\"read\"]}|days",
        "{\"name\":\"n\",\"scopes\":[\"read\"],\"days\":367}|days",
        "{\"name\":\"n\",\"scopes\":[\"read\"],\"days\":9,\"projects\":[\"../x\"]}|projects"
      })
  void an_unfit_wish_is_refused_with_its_field_and_makes_nothing(String body, String field) {
    HttpResponse<String> answer = browser.json("POST", MINE, body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    assertThat(json(browser.get(MINE)).path("tokens")).isEmpty();
  }

  @ParameterizedTest(name = "a {0}")
  @EnumSource(names = {"DATA_MANAGER", "ADMINISTRATOR"})
  void a_token_of_one_project_knows_no_other_whoever_its_owner_is(Role role) {
    browser = loggedIn(owner + "of", role);
    HttpResponse<String> made =
        browser.json(
            "POST",
            MINE,
            "{\"name\":\"one\",\"days\":9,\"scopes\":[\"read\",\"deliver\",\"manage\"],\"projects\":[\"support-tickets\"]}");
    String secret = json(made).path("secret").textValue();

    assertThat(json(call("GET", "/api/v1/projects", secret)).path("projects"))
        .extracting(project -> project.path("key").textValue())
        .containsExactly("support-tickets");
    String gold = "/api/v1/projects/%s/gold";
    assertThat(call("GET", gold.formatted("clinic-notes"), secret).statusCode()).isEqualTo(404);
    assertThat(call("GET", gold.formatted("support-tickets"), secret).statusCode()).isEqualTo(200);
    HttpResponse<String> delivery =
        machine.call(
            "POST",
            "/api/v1/projects/clinic-notes/batches",
            "{\"text\":\"nobody's\"}\n",
            "Authorization",
            "Bearer " + secret,
            "Content-Type",
            "application/x-ndjson");
    assertThat(delivery.statusCode()).as(delivery.body()).isEqualTo(404);
  }

  @Test
  void two_tokens_that_count_have_two_names() {
    make("same", "[\"read\"]");

    HttpResponse<String> second = wish("same", "[\"read\"]", 9);

    assertThat(second.statusCode()).isEqualTo(409);
  }

  private Browser loggedIn(String user, Role role) {
    directory.add(user, user, Optional.of(PASSWORD), Set.of(role));
    Browser window = new Browser(port);
    assertThat(window.login("tasklist", user, PASSWORD).statusCode()).isEqualTo(200);
    return window;
  }

  private JsonNode make(String name, String scopes) {
    return make(name, scopes, 9);
  }

  private JsonNode make(String name, String scopes, int days) {
    HttpResponse<String> answer = wish(name, scopes, days);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private HttpResponse<String> wish(String name, String scopes, int days) {
    return browser.json(
        "POST", MINE, "{\"name\":\"%s\",\"scopes\":%s,\"days\":%d}".formatted(name, scopes, days));
  }

  private JsonNode only() {
    JsonNode tokens = json(browser.get(MINE)).path("tokens");
    assertThat(tokens).hasSize(1);
    return tokens.get(0);
  }

  private HttpResponse<String> call(String method, String path, String secret) {
    String body = method.equals("GET") ? "" : "{}";
    return machine.call(method, path, body, "Authorization", "Bearer " + secret);
  }

  private int basic(String user, String password) {
    return machine
        .call("GET", "/api/v1/projects", "", "Authorization", Machine.basic(user, password))
        .statusCode();
  }

  private List<String> events(String actor) {
    return database
        .sql(
            """
            select action || ' ' || object from touchstone.audit_event
            where actor = ? and action like 'token%' order by seq
            """)
        .param(actor)
        .query(String.class)
        .list();
  }

  private List<String> refusals(String actor) {
    return database
        .sql(
            """
            select object from touchstone.audit_event
            where actor = ? and action = 'call_refused' order by seq
            """)
        .param(actor)
        .query(String.class)
        .list();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON", e);
    }
  }
}
