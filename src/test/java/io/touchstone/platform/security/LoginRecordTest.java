package io.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What logins leave in the trail and in the log. */
@ExtendWith(OutputCaptureExtension.class)
class LoginRecordTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";
  private static final String TYPED = "MySecretTypedInTheWrongField";

  @Autowired private Directory directory;
  @Autowired private LoginRecord record;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void logins_failures_and_logouts_stand_in_the_trail_and_in_the_log_without_passwords(
      CapturedOutput output) {
    directory.add("recordann", "Record Ann", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
    // Strangers of other tests are counted together with this one's.
    record.writeAll();
    long before = lastEvent();

    Browser browser = new Browser(port);
    assertThat(browser.login("tasklist", "recordann", "wrong " + PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(browser.login("tasklist", TYPED, PASSWORD).statusCode()).isEqualTo(401);
    ClockUtil.offset(2_000L);
    assertThat(browser.login("tasklist", "recordann", PASSWORD).statusCode()).isEqualTo(200);
    browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "");
    String basic = Machine.basic("recordann", PASSWORD);
    for (int i = 0; i < 3; i++) {
      new Machine(port).call("GET", "/api/v1/projects", "", "Authorization", basic);
    }
    record.writeAll();

    assertThat(events("user:recordann", before))
        .containsExactly(
            "system login_failed {\"known\": true, \"times\": 1}",
            "recordann logged_in {\"door\": \"browser\"}",
            "recordann logged_out {}",
            "recordann logged_in {\"door\": \"machine\"}");
    assertThat(events("user:unknown", before))
        .containsExactly("system login_failed {\"known\": false, \"times\": 1}");
    assertThat(output)
        .contains("login_failed user=recordann times=1")
        .contains("logged_in user=recordann door=browser")
        .contains("logged_out user=recordann")
        .contains("login_failed user=unknown times=1")
        .doesNotContain(PASSWORD)
        .doesNotContain(TYPED);
    assertThat(everything(before)).noneMatch(text -> text.contains(TYPED));
  }

  @Test
  void a_flood_of_failures_is_two_events_that_count_them_all() {
    long before = lastEvent();
    Optional<String> name = Optional.of("recordflooded");

    record.failed(name);
    record.write();
    for (int i = 0; i < 5_000; i++) {
      record.failed(name);
      if (i % 100 == 0) {
        record.write();
      }
    }
    assertThat(events("user:recordflooded", before)).hasSize(1);
    ClockUtil.offset(10 * 60_000L + 1);
    record.write();

    assertThat(events("user:recordflooded", before))
        .containsExactly(
            "system login_failed {\"known\": true, \"times\": 1}",
            "system login_failed {\"known\": true, \"times\": 5000}");
  }

  private long lastEvent() {
    return database
        .sql("select coalesce(max(seq), 0) from touchstone.audit_event")
        .query(Long.class)
        .single();
  }

  private List<String> events(String object, long after) {
    return database
        .sql(
            """
            select actor || ' ' || action || ' ' || details from touchstone.audit_event
            where object = ? and seq > ? order by seq
            """)
        .params(object, after)
        .query(String.class)
        .list();
  }

  private List<String> everything(long after) {
    return database
        .sql("select row_to_json(e)::text from touchstone.audit_event e where seq > ?")
        .param(after)
        .query(String.class)
        .list();
  }
}
