package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cookies, passwords and the machine door. */
class LoginTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";
  private static final String NEW_PASSWORD = "loud granite staircase";
  private static final String PROJECTS = "/api/v1/projects";
  private static final String OWN_PASSWORD = "/api/v1/me/password";
  private static int people;

  @Autowired private Directory directory;
  @Autowired private IdentityService identity;
  @LocalServerPort private int port;

  private String user;
  private Machine machine;

  @BeforeEach
  void somebody() {
    user = "login" + ++people;
    directory.add(user, "Some Body", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    machine = new Machine(port);
  }

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void a_login_gives_a_new_session_id_and_a_logout_kills_it() {
    Browser browser = new Browser(port);
    browser.get("/camunda/api/admin/auth/user/default");
    String before = browser.cookie("JSESSIONID");

    assertThat(browser.login("tasklist", user, PASSWORD).statusCode()).isEqualTo(200);

    String session = browser.cookie("JSESSIONID");
    assertThat(session).isNotEqualTo(before);
    String projects = "/camunda/api/touchstone/v1/projects";
    assertThat(machine.call("GET", projects, "", "Cookie", "JSESSIONID=" + session).statusCode())
        .isEqualTo(200);
    browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "");
    assertThat(machine.call("GET", projects, "", "Cookie", "JSESSIONID=" + session).statusCode())
        .isEqualTo(401);
  }

  @Test
  void somebody_without_a_password_is_refused_like_anybody_unknown() {
    directory.add(user + "x", "Simulated", Optional.empty(), Set.of(Role.ANNOTATOR));

    HttpResponse<String> machineAnswer =
        machine.call("GET", PROJECTS, "", "Authorization", Machine.basic(user + "x", PASSWORD));

    assertThat(machineAnswer.statusCode()).isEqualTo(401);
    assertThat(new Browser(port).login("tasklist", user + "x", PASSWORD).statusCode())
        .isEqualTo(401);
  }

  @Test
  void cookies_are_strict_and_the_session_is_out_of_reach_of_scripts() {
    HttpResponse<String> answer = new Browser(port).get("/camunda/api/admin/auth/user/default");

    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anyMatch(cookie -> cookie.startsWith("JSESSIONID=") && cookie.contains("HttpOnly"))
        .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .allMatch(cookie -> cookie.contains("SameSite=Strict"));
  }

  @Test
  void a_change_without_the_token_is_refused() {
    Browser browser = new Browser(port);
    browser.login("tasklist", user, PASSWORD);

    HttpResponse<String> answer =
        machine.call(
            "POST",
            "/camunda/api/touchstone/v1/work/next",
            "{}",
            "Cookie",
            "JSESSIONID=" + browser.cookie("JSESSIONID"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems/stale-page");
  }

  @Test
  void who_missed_the_token_is_given_the_same_cookie_again_by_whatever_is_read_next() {
    String read = "/camunda/api/admin/auth/user/default";
    Browser browser = new Browser(port);
    String given = tokenCookie(browser.get(read)).orElseThrow();
    String session = "JSESSIONID=" + browser.cookie("JSESSIONID");

    HttpResponse<String> without = machine.call("GET", read, "", "Cookie", session);
    HttpResponse<String> stale =
        machine.call("GET", read, "", "Cookie", session + "; XSRF-TOKEN=of-another-session");

    assertThat(tokenCookie(without)).contains(given);
    assertThat(tokenCookie(stale)).contains(given);
    assertThat(tokenCookie(browser.get(read))).as("who has it").isEmpty();
  }

  private static Optional<String> tokenCookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .findFirst();
  }

  @Test
  void the_browsers_mount_ignores_a_password_in_the_header() {
    assertThat(call("/camunda/api/touchstone/v1/projects", PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void the_machines_mount_ignores_cookies_and_other_sites() {
    Browser browser = new Browser(port);
    browser.login("tasklist", user, PASSWORD);
    String cookie = "JSESSIONID=" + browser.cookie("JSESSIONID");
    String basic = Machine.basic(user, PASSWORD);

    assertThat(machine.call("GET", PROJECTS, "", "Cookie", cookie).statusCode()).isEqualTo(401);
    HttpResponse<String> foreign =
        machine.call("GET", PROJECTS, "", "Authorization", basic, "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    HttpResponse<String> own = machine.call("GET", PROJECTS, "", "Authorization", basic);
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(own.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void headers_that_claim_to_be_somebody_change_nothing() {
    HttpResponse<String> answer =
        machine.call(
            "GET",
            PROJECTS,
            "",
            "X-User-ID",
            "admin",
            "X-Forwarded-User",
            "admin",
            "X-Forwarded-For",
            "127.0.0.1");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!!",
        "Basic YWRtaW4",
        "Basic Og==",
        "Basic OmFkbWlu",
        "Basic YWRtaW4AOng=",
        "Basic //79/A==",
        "Basic KikodWlkPSopKTp4",
        "Bearer abc",
        "Digest username=\"admin\"",
        "admin:admin"
      })
  void a_malformed_header_is_simply_no_login(String header) {
    assertThat(machine.call("GET", PROJECTS, "", "Authorization", header).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_very_long_header_is_no_login_either() {
    String basic = Machine.basic("a".repeat(2500), "b".repeat(2500));

    assertThat(machine.call("GET", PROJECTS, "", "Authorization", basic).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin\u0000", "*)(uid=*))(|(uid=*", "admin)(&)", "", "demo", "admin"})
  void no_strange_or_usual_name_logs_in(String name) {
    HttpResponse<String> answer =
        new Browser(port).login("tasklist", name, name.isEmpty() ? "x" : name);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void an_unknown_name_takes_as_long_as_a_known_one() {
    double known = median(i -> call(PROJECTS, "wrong " + i));
    double unknown = median(i -> call("nobody" + i, PROJECTS, "wrong"));
    Browser browser = new Browser(port);
    double knownInForm = median(i -> browser.login("tasklist", user, "wrong " + i));
    double unknownInForm = median(i -> browser.login("tasklist", "nobody" + i, "wrong"));

    assertThat(unknown / known).isBetween(0.3, 3.0);
    assertThat(unknownInForm / knownInForm).isBetween(0.3, 3.0);
  }

  @Test
  void wrong_passwords_slow_down_and_never_lock_out() {
    for (int i = 0; i < 12; i++) {
      assertThat(directory.login(user, "wrong")).isEmpty();
      assertThat(directory.login(user, PASSWORD)).as("must wait after try %d", i).isEmpty();
      ClockUtil.offset((i + 1) * 61_000L);
    }

    assertThat(directory.login(user, PASSWORD)).isPresent();
  }

  @Test
  void one_mistake_costs_a_second_only() {
    directory.login(user, "wrong");
    ClockUtil.offset(1_500L);

    assertThat(directory.login(user, PASSWORD)).isPresent();
  }

  @Test
  void a_new_password_counts_at_once_and_the_old_one_no_more() {
    assertThat(call(PROJECTS, PASSWORD).statusCode()).isEqualTo(200);

    HttpResponse<String> change =
        change("{\"current\":\"" + PASSWORD + "\",\"new\":\"" + NEW_PASSWORD + "\"}");

    assertThat(change.statusCode()).isEqualTo(204);
    assertThat(call(PROJECTS, NEW_PASSWORD).statusCode()).isEqualTo(200);
    assertThat(call(PROJECTS, PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void what_an_administrator_changes_counts_at_once() {
    assertThat(call(PROJECTS, PASSWORD).statusCode()).isEqualTo(200);

    identity.deleteUser(user);

    assertThat(call(PROJECTS, PASSWORD).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"current\":\"" + PASSWORD + "\",\"new\":\"short\"}",
        "{\"current\":\"" + PASSWORD + "\",\"new\":\"aaaaaaaaaaaaaaaa\"}",
        "{\"current\":\"" + PASSWORD + "\",\"new\":\"" + PASSWORD + "\"}",
        "{\"current\":\"guessed password\",\"new\":\"" + NEW_PASSWORD + "\"}",
        "{\"new\":\"" + NEW_PASSWORD + "\"}",
        "{}"
      })
  void an_unfit_change_is_refused_and_the_password_stays(String body) {
    assertThat(change(body).statusCode()).isEqualTo(422);

    assertThat(call(PROJECTS, NEW_PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void guessing_the_current_password_is_slowed_too() {
    change("{\"current\":\"guessed password\",\"new\":\"" + NEW_PASSWORD + "\"}");

    assertThat(directory.login(user, PASSWORD)).isEmpty();
  }

  private HttpResponse<String> change(String body) {
    return machine.call("POST", OWN_PASSWORD, body, "Authorization", Machine.basic(user, PASSWORD));
  }

  private HttpResponse<String> call(String path, String password) {
    return call(user, path, password);
  }

  private HttpResponse<String> call(String name, String path, String password) {
    return machine.call("GET", path, "", "Authorization", Machine.basic(name, password));
  }

  private static double median(IntFunction<HttpResponse<String>> login) {
    long[] nanos = new long[5];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      assertThat(login.apply(i).statusCode()).isEqualTo(401);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[2];
  }
}
