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
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a browser's session ends. */
class SessionLifeTest extends IntegrationTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String OURS = "/camunda/api/touchstone/v1/projects";
  private static final String PASSWORD = "quiet marble staircase";
  private static final String NEW_PASSWORD = "loud granite staircase";
  private static int people;

  @Autowired private Directory directory;
  @Autowired private FilterService filters;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private String user;

  @BeforeEach
  void somebody() {
    user = "session" + ++people;
    directory.add(user, "Some Body", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
  }

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void a_tab_that_polls_and_nobody_uses_ends_after_half_an_hour_and_one_in_use_goes_on() {
    Browser left = loggedIn();
    Browser used = loggedIn();
    for (int minute = 5; minute < 30; minute += 5) {
      after(minute);
      assertThat(poll(left).statusCode()).as("minute %d", minute).isEqualTo(200);
      assertThat(left.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);
      assertThat(left.get(ENGINE + "/task/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
      assertThat(refreshed(left).statusCode()).isEqualTo(200);
      assertThat(used.get(OURS).statusCode()).isEqualTo(200);
    }
    after(31);

    HttpResponse<String> ended = poll(left);

    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.body()).contains("/problems/session-ended", "Nothing was done");
    assertThat(left.get(OURS).statusCode()).isEqualTo(401);
    assertThat(used.get(OURS).statusCode()).isEqualTo(200);
    assertThat(ends()).containsExactly("idle");
  }

  @Test
  void a_session_in_use_ends_twelve_hours_after_its_login() {
    Browser browser = loggedIn();
    for (int minute = 25; minute < 12 * 60; minute += 25) {
      after(minute);
      assertThat(browser.get(OURS).statusCode()).as("minute %d", minute).isEqualTo(200);
    }
    after(12 * 60);

    assertThat(browser.get(OURS).body()).contains("/problems/session-ended", "as long as one may");
    assertThat(ends()).containsExactly("longest");
  }

  @Test
  void a_changed_password_ends_all_sessions_of_its_owner_at_once() {
    Browser one = loggedIn();
    Browser other = loggedIn();

    // As another node would: nothing but the database knows of it.
    assertThat(directory.changePassword(user, PASSWORD, NEW_PASSWORD)).isTrue();

    assertThat(one.get(OURS).body()).contains("/problems/session-ended", "was changed");
    assertThat(poll(other).statusCode()).isEqualTo(401);
    assertThat(ends()).containsExactly("password", "password");
    assertThat(new Browser(port).login("tasklist", user, NEW_PASSWORD).statusCode()).isEqualTo(200);
  }

  private Browser loggedIn() {
    Browser browser = new Browser(port);
    assertThat(browser.login("tasklist", user, PASSWORD).statusCode()).isEqualTo(200);
    return browser;
  }

  private HttpResponse<String> poll(Browser browser) {
    String filter = filters.createFilterQuery().filterName("My tasks").singleResult().getId();
    return browser.json(
        "POST", ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15", "{}");
  }

  /** What a page of ours asks for by itself, two minutes after somebody used it. */
  private static HttpResponse<String> refreshed(Browser browser) {
    return browser.call("GET", OURS, "application/json", "", "X-Touchstone-Unused", "120");
  }

  private static void after(int minutes) {
    ClockUtil.offset(minutes * 60_000L);
  }

  private List<String> ends() {
    return database
        .sql(
            """
            select details ->> 'why' from touchstone.audit_event
            where actor = ? and action = 'session_ended' order by seq
            """)
        .param(user)
        .query(String.class)
        .list();
  }
}
