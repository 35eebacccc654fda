package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The own password through the call of Camunda's page of the profile, and which one may come. */
class OwnCredentialsTest extends IntegrationTest {

  private static final String USERS = "/camunda/api/engine/engine/default/user/";
  private static final String OURS = "/camunda/api/touchstone/v1/projects";
  private static final String PASSWORD = "quiet marble staircase";
  private static final String NEW_PASSWORD = "loud granite staircase";
  private static int people;

  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private String user;

  @BeforeEach
  void somebody() {
    user = "profile" + ++people;
    directory.add(user, "Some Body", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
  }

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void the_profiles_call_changes_the_password_by_our_rules_and_is_on_record() {
    Browser browser = loggedIn();

    assertThat(change(browser, user, "guessed password", NEW_PASSWORD).body())
        .contains("\"status\":422", "The current password is not right", "\"message\"");
    ClockUtil.offset(2_000L);
    assertThat(change(browser, user, PASSWORD, "password1234").body())
        .contains("\"status\":422", "too easy to guess");
    assertThat(browser.json("PUT", USERS + user + "/credentials", "{\"password\":").statusCode())
        .isEqualTo(422);
    assertThat(directory.login(user, PASSWORD)).isPresent();

    assertThat(change(browser, user, PASSWORD, NEW_PASSWORD).statusCode()).isEqualTo(204);

    assertThat(browser.get(OURS).body()).contains("/problems/session-ended", "was changed");
    assertThat(directory.login(user, NEW_PASSWORD)).isPresent();
    assertThat(events()).containsExactly("password_changed");
  }

  @Test
  void nobody_changes_anothers_password_or_profile_by_it() {
    String other = user + "other";
    directory.add(other, "Other", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    Browser browser = loggedIn();

    assertThat(change(browser, other, PASSWORD, NEW_PASSWORD).statusCode()).isEqualTo(403);
    assertThat(browser.json("PUT", USERS + user + "/profile", "{\"id\":\"admin\"}").statusCode())
        .isEqualTo(403);
    assertThat(directory.login(other, PASSWORD)).isPresent();
  }

  @Test
  void the_last_five_passwords_before_the_present_one_do_not_come_again_whoever_sets_them() {
    List<String> six =
        List.of(
            "green otter umbrella",
            "brass lantern meadow",
            "velvet harbour pencil",
            "copper window thistle",
            "paper glacier trumpet",
            "amber walnut curtain");
    String present = PASSWORD;
    for (String next : six.subList(0, 5)) {
      assertThat(directory.changePassword(user, present, next)).isTrue();
      present = next;
    }

    assertThat(change(loggedIn(present), user, present, PASSWORD).body())
        .contains("\"status\":422", "This account had that password before");
    Browser administrator = new Browser(port);
    administrator.login("admin", "admin", "Test-Password-1");
    assertThat(
            administrator
                .json(
                    "PUT",
                    USERS + user + "/credentials",
                    "{\"password\":\"%s\",\"authenticatedUserPassword\":\"Test-Password-1\"}"
                        .formatted(six.get(2)))
                .body())
        .contains("\"status\":422", "This account had that password before");

    assertThat(directory.changePassword(user, present, six.get(5))).isTrue();
    assertThat(directory.changePassword(user, six.get(5), PASSWORD)).as("six ago").isTrue();
    assertThat(hashes()).as("no more is kept").isEqualTo(5);
  }

  @Test
  void a_refused_login_says_what_is_true_and_the_same_for_a_name_that_nobody_has() {
    HttpResponse<String> wrong = new Browser(port).login("tasklist", user, "wrong password");
    HttpResponse<String> nobody = new Browser(port).login("tasklist", user + "x", PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body())
        .contains("The user name or the password is not right")
        .doesNotContain("Log in first")
        .isEqualTo(nobody.body());
  }

  @Test
  void who_logs_in_rightly_at_a_page_of_others_is_told_where_the_own_work_is() {
    HttpResponse<String> answer = new Browser(port).login("cockpit", user, PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The password is right", "/camunda/app/tasklist");
  }

  private Browser loggedIn() {
    return loggedIn(PASSWORD);
  }

  private Browser loggedIn(String password) {
    Browser browser = new Browser(port);
    assertThat(browser.login("welcome", user, password).statusCode()).isEqualTo(200);
    return browser;
  }

  private static HttpResponse<String> change(
      Browser browser, String whose, String current, String replacement) {
    return browser.json(
        "PUT",
        USERS + whose + "/credentials",
        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}"
            .formatted(replacement, current));
  }

  private List<String> events() {
    return database
        .sql(
            """
            select action from touchstone.audit_event
            where object = ? and actor = ? and action like 'password%' order by seq
            """)
        .param("user:" + user)
        .param(user)
        .query(String.class)
        .list();
  }

  private long hashes() {
    return database
        .sql("select count(*) from touchstone.password_history where user_id = ?")
        .param(user)
        .query(Long.class)
        .single();
  }
}
