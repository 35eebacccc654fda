package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.SecurityFilterRule;
import org.camunda.bpm.webapp.impl.security.filter.util.FilterRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wall alone, as if there were no door behind it. */
class WallTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private List<SecurityFilterRule> wall;

  @BeforeEach
  void the_file() throws IOException {
    try (InputStream file =
        getClass()
            .getResourceAsStream("/META-INF/resources/webjars/camunda/touchstone-wall.json")) {
      wall = FilterRules.load(file, "/camunda");
    }
  }

  @AfterEach
  void nobody() {
    Authentications.clearCurrent();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /filter, true, true, true",
    "POST, /filter/1/list, true, true, true",
    "GET, /task/1/form, true, true, true",
    "POST, /task/1/claim, true, true, true",
    "POST, /task/1/complete, false, false, true",
    "POST, /task/1/bpmnError, false, false, true",
    "POST, /task, false, true, true",
    "GET, /history/task, false, true, true",
    "POST, /history/cleanup, false, false, true",
    "POST, /signal, false, false, true",
    "POST, /deployment/create, false, false, false",
    "POST, /deployment/1/redeploy, false, false, false",
    "DELETE, /deployment/1, false, false, false",
    "GET, /deployment/1, false, true, true",
    "DELETE, /process-definition/1, false, false, false",
    "DELETE, /process-instance/1, false, false, true",
    "GET, /identity/groups, false, true, true",
    "PUT, /user/1/profile, false, false, true",
    // Whose they are is the door's business.
    "PUT, /user/1/credentials, true, true, true"
  })
  void says_the_same_as_the_door(
      String method, String path, boolean annotator, boolean auditor, boolean administrator) {
    assertThat(isGranted(Role.ANNOTATOR, method, ENGINE + path)).isEqualTo(annotator);
    assertThat(isGranted(Role.AUDITOR, method, ENGINE + path)).isEqualTo(auditor);
    assertThat(isGranted(Role.PROCESS_OWNER, method, ENGINE + path)).isEqualTo(auditor);
    assertThat(isGranted(Role.ADMINISTRATOR, method, ENGINE + path)).isEqualTo(administrator);
  }

  @Test
  void lets_nobody_but_the_login_through_without_one() {
    assertThat(granted("GET", "/camunda/api/engine/engine/")).isTrue();
    assertThat(granted("POST", "/camunda/api/admin/auth/user/default/login/tasklist")).isTrue();
    assertThat(granted("GET", ENGINE + "/filter")).isFalse();
    assertThat(granted("POST", "/camunda/api/admin/setup/default/user/create")).isFalse();
    assertThat(granted("GET", "/camunda/api/welcome/anything")).isFalse();
  }

  private boolean isGranted(Role role, String method, String path) {
    UserAuthentication login = new UserAuthentication("somebody", "default");
    login.setGroupIds(List.of(role.group()));
    Authentications current = new Authentications();
    current.addOrReplace(login);
    Authentications.setCurrent(current);
    return granted(method, path);
  }

  private boolean granted(String method, String path) {
    return FilterRules.authorize(method, path, wall).isGranted();
  }
}
