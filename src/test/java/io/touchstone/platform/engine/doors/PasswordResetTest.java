package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.password.PasswordResets;
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

/** An administrator sets another's password in Camunda's Admin. */
class PasswordResetTest extends IntegrationTest {

  private static final String ADMIN_PASSWORD = "Test-Password-1";
  private static final String USERS = "/camunda/api/engine/engine/default/user/";
  private static final String OURS = "/camunda/api/touchstone/v1/";
  private static final String PASSWORD = "quiet marble staircase";
  private static final String SET = "loud granite staircase";
  private static int people;

  @Autowired private Directory directory;
  @Autowired private PasswordResets resets;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private String user;
  private Browser administrator;

  @BeforeEach
  void an_administrator_and_somebody() {
    user = "reset" + ++people;
    directory.add(user, "Some Body", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    administrator = new Browser(port);
    assertThat(administrator.login("admin", "admin", ADMIN_PASSWORD).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void the_owner_is_logged_out_and_told_and_the_account_is_barred_for_a_day() {
    Browser owner = loggedIn(PASSWORD);
    assertThat(owner.get(OURS + "me/password").body()).contains("\"notice\":null");

    assertThat(set(user, SET).statusCode()).isEqualTo(204);

    assertThat(owner.get(OURS + "projects").statusCode()).isEqualTo(401);
    owner = loggedIn(SET);
    assertThat(owner.get(OURS + "me/password").body())
        .contains("was set by admin on", "approves nothing", "\"stays\":true");
    // Whoever set it may read the notice first.
    owner.json("POST", OURS + "me/password/notice", "");
    assertThat(owner.get(OURS + "me/password").body()).contains("was set by admin on");
    assertThat(resets.objection(user)).isPresent();
    assertThat(resets.objection("admin")).isEmpty();
    assertThat(events()).containsExactly("admin password_reset");

    ClockUtil.offset(24 * 3_600_000L + 1_000);
    assertThat(resets.objection(user)).isEmpty();
    owner = loggedIn(SET);
    assertThat(owner.get(OURS + "me/password").body()).contains("\"stays\":false");
    owner.json("POST", OURS + "me/password/notice", "");
    assertThat(owner.get(OURS + "me/password").body()).contains("\"notice\":null");
  }

  @Test
  void
      an_account_that_an_administrator_makes_is_barred_too_and_a_change_by_its_owner_bars_nobody() {
    String made = user + "made";
    String person =
        "{\"profile\":{\"id\":\"%s\",\"firstName\":\"M\",\"lastName\":\"N\"},\"credentials\":{\"password\":\"%s\"}}"
            .formatted(made, SET);
    assertThat(administrator.json("POST", USERS + "create", person).statusCode()).isEqualTo(204);
    assertThat(resets.objection(made)).isPresent();

    assertThat(directory.changePassword(user, PASSWORD, SET)).isTrue();
    assertThat(resets.objection(user)).isEmpty();
  }

  @Test
  void an_administrator_gives_roles_to_others_and_none_to_oneself_in_admin_too() {
    String members = "/camunda/api/engine/engine/default/group/auditor/members/";

    HttpResponse<String> own = administrator.json("PUT", members + "admin", "{}");

    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body()).contains("never by oneself");
    assertThat(directory.members(Role.AUDITOR)).doesNotContain("admin");
    assertThat(administrator.json("PUT", members + user, "{}").statusCode()).isEqualTo(204);
    assertThat(directory.members(Role.AUDITOR)).contains(user);
  }

  @Test
  void an_administrator_too_is_refused_a_common_password_with_a_sentence() {
    for (String common :
        List.of("            ", "aaaaaaaaaaaa", "password1234", user + "-quiet-lamp")) {
      HttpResponse<String> answer = set(user, common);

      assertThat(answer.statusCode()).as(common).isEqualTo(422);
      assertThat(answer.body()).contains("/problems/unfit-password").doesNotContain("ENGINE-");
    }
    assertThat(resets.objection(user)).isEmpty();
    assertThat(directory.login(user, PASSWORD)).isPresent();
  }

  private Browser loggedIn(String password) {
    Browser browser = new Browser(port);
    assertThat(browser.login("tasklist", user, password).statusCode()).isEqualTo(200);
    return browser;
  }

  private HttpResponse<String> set(String whose, String password) {
    return administrator.json(
        "PUT",
        USERS + whose + "/credentials",
        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}"
            .formatted(password, ADMIN_PASSWORD));
  }

  private List<String> events() {
    return database
        .sql(
            """
            select actor || ' ' || action from touchstone.audit_event
            where object = ? and action like 'password%' order by seq
            """)
        .param("user:" + user)
        .query(String.class)
        .list();
  }
}
