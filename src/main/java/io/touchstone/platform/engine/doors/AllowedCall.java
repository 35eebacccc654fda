package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the allow-list.
 *
 * @param who who may make the call
 * @param methods HTTP methods, exactly
 * @param path the whole path; a group named {@code self} must be the caller's own id
 * @param body what the body must be
 * @param changes whether the call may change something, so that an administrator's is recorded
 */
record AllowedCall(Who who, Set<String> methods, Pattern path, CallBody body, boolean changes) {

  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /**
   * A call that changes nothing.
   *
   * @param methods HTTP methods with spaces between
   * @param template the path after {@code /camunda/api}: {@code {uuid}} a whole UUID, {@code {id}}
   *     one segment, {@code {self}} the caller's id, {@code {app}} a web application, {@code **}
   *     whatever follows
   */
  static AllowedCall reading(Who who, String methods, String template, CallBody body) {
    return row(who, methods, template, body, false);
  }

  /** As {@link #reading}, for a call that may change something. */
  static AllowedCall changing(Who who, String methods, String template, CallBody body) {
    return row(who, methods, template, body, true);
  }

  private static AllowedCall row(
      Who who, String methods, String template, CallBody body, boolean changes) {
    String pattern =
        template
            .replace(".", "\\.")
            .replace("{uuid}", UUID)
            .replace("{id}", "[^/]+")
            .replace("{self}", "(?<self>[^/]+)")
            .replace("{app}", "(?:tasklist|cockpit|admin|welcome)")
            .replace("**", ".*");
    return new AllowedCall(
        who, Set.of(methods.split(" ")), Pattern.compile(pattern), body, changes);
  }

  boolean matches(String method, String calledPath, Optional<Caller> caller) {
    if (!methods.contains(method) || !who.includes(caller)) {
      return false;
    }
    Matcher matcher = path.matcher(calledPath);
    return matcher.matches() && isOwn(matcher, caller);
  }

  /** Whether an administrator's call under this row goes into the audit record. */
  boolean isRecorded(String method) {
    return changes && !method.equals("GET") && !method.equals("OPTIONS");
  }

  private boolean isOwn(Matcher matcher, Optional<Caller> caller) {
    return !path.pattern().contains("?<self>")
        || caller.map(Caller::id).filter(matcher.group("self")::equals).isPresent();
  }
}
