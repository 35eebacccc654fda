package io.touchstone.platform.engine.doors;

import static io.touchstone.platform.engine.doors.AllowedCall.changing;
import static io.touchstone.platform.engine.doors.AllowedCall.reading;
import static io.touchstone.platform.engine.doors.CallBody.ANYTHING;
import static io.touchstone.platform.engine.doors.CallBody.OWN_CLAIM;
import static io.touchstone.platform.engine.doors.CallBody.TASK_LIST;
import static io.touchstone.platform.engine.doors.Who.ADMINISTRATOR;
import static io.touchstone.platform.engine.doors.Who.ANYONE;
import static io.touchstone.platform.engine.doors.Who.PERSON;
import static io.touchstone.platform.engine.doors.Who.READER;

import io.touchstone.platform.security.Caller;
import java.util.List;
import java.util.Optional;

/**
 * Every call that may be made under {@code /camunda/api}; the first row that fits decides, and what
 * no row names is refused. People get what Tasklist needs for its list, a task and its form;
 * readers get what Cockpit reads.
 */
final class AllowedCalls {

  private static final String ENGINE = "/engine/engine/default";

  private static final List<AllowedCall> ROWS =
      List.of(
          // Before and around a login.
          reading(ANYONE, "GET", "/engine/engine/", ANYTHING),
          reading(ANYONE, "GET", "/admin/auth/user/default", ANYTHING),
          reading(ANYONE, "POST", "/admin/auth/user/default/login/{app}", ANYTHING),
          reading(ANYONE, "POST", "/admin/auth/user/default/logout", ANYTHING),
          reading(ANYONE, "GET", "/{app}/plugin/{id}/static/app/plugin.js", ANYTHING),
          reading(ANYONE, "GET", "/{app}/plugin/{id}/static/app/plugin.css", ANYTHING),
          // Ours: the controllers decide by role.
          changing(PERSON, "GET POST PUT DELETE", "/touchstone/v1/**", ANYTHING),
          // Camunda's page of the own profile; OwnCredentials answers.
          changing(PERSON, "PUT", OwnCredentials.OF_ONESELF, ANYTHING),
          // Tasklist: the header, the list, a task, its form, taking it.
          reading(PERSON, "GET", ENGINE + "/user/{self}/profile", ANYTHING),
          reading(PERSON, "GET OPTIONS", ENGINE + "/filter", ANYTHING),
          reading(PERSON, "GET", ENGINE + "/filter/count", ANYTHING),
          reading(PERSON, "POST", ENGINE + "/filter/{uuid}/list", TASK_LIST),
          reading(PERSON, "GET", ENGINE + "/task/{uuid}", ANYTHING),
          reading(PERSON, "GET", ENGINE + "/task/{uuid}/form", ANYTHING),
          reading(PERSON, "GET", ENGINE + "/task/{uuid}/deployed-form", ANYTHING),
          changing(PERSON, "POST", ENGINE + "/task/{uuid}/claim", OWN_CLAIM),
          // Cockpit: reading, and queries too long for an address.
          reading(READER, "GET OPTIONS", ENGINE + "/**", ANYTHING),
          reading(READER, "GET POST", "/cockpit/plugin/base/default/**", ANYTHING),
          query("/process-instance"),
          query("/variable-instance"),
          query("/incident"),
          query("/execution"),
          query("/job"),
          query("/task"),
          query("/external-task"),
          query("/group"),
          query("/history/process-instance"),
          query("/history/activity-instance"),
          query("/history/variable-instance"),
          query("/history/task"),
          query("/history/incident"),
          query("/history/detail"),
          query("/history/decision-instance"),
          query("/history/job-log"),
          query("/history/external-task-log"),
          // Administrators: everything else, and each such call is recorded.
          changing(ADMINISTRATOR, "GET POST PUT DELETE OPTIONS", "/**", ANYTHING));

  /**
   * What nobody may call, administrators neither: whoever puts in a process or takes one out
   * decides what the product does, and that comes from files that are checked when it starts.
   */
  private static final List<AllowedCall> CLOSED =
      List.of(
          changing(ANYONE, "POST PUT DELETE", "/engine/engine/{id}/deployment**", ANYTHING),
          changing(ANYONE, "DELETE", "/engine/engine/{id}/process-definition**", ANYTHING));

  private static AllowedCall query(String resource) {
    return reading(READER, "POST", ENGINE + resource + "(?:/count)?", ANYTHING);
  }

  private AllowedCalls() {}

  /** Whether the call is open to nobody. */
  static boolean isClosed(String method, String path) {
    return CLOSED.stream().anyMatch(row -> row.matches(method, path, Optional.empty()));
  }

  /** The row under which the call is allowed; empty if it is not. */
  static Optional<AllowedCall> find(String method, String path, Optional<Caller> caller) {
    return isClosed(method, path)
        ? Optional.empty()
        : ROWS.stream().filter(row -> row.matches(method, path, caller)).findFirst();
  }
}
