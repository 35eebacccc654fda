package io.touchstone.platform.engine.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls that an open page makes by itself, whether somebody sits before it or not. */
final class Polling {

  private static final String ENGINE = "/engine/engine/[^/]+";

  private static final List<Pattern> CALLS =
      List.of(
          Pattern.compile("(?:GET|POST) " + ENGINE + "/filter/[^/]+/(?:list|count)"),
          Pattern.compile("(?:GET|POST|OPTIONS) " + ENGINE + "/filter(?:/count)?"),
          // The open task, which Tasklist reads anew with its list.
          Pattern.compile("GET " + ENGINE + "/task/[^/]+"),
          // Cockpit's page of the engine's batches.
          Pattern.compile("GET " + ENGINE + "/(?:history/)?batch(?:/.*)?"),
          Pattern.compile("GET /admin/auth/user/[^/]+"));

  /** Set by pages of ours: whole seconds since a key, the pointer or the wheel was used in them. */
  private static final String UNUSED = "X-Touchstone-Unused";

  private static final Pattern A_MINUTE_OR_MORE = Pattern.compile("[6-9]\\d|\\d{3,9}");

  private Polling() {}

  /** Whether the call says nothing of a person's presence. */
  static boolean is(HttpServletRequest request) {
    String unused = Optional.ofNullable(request.getHeader(UNUSED)).orElse("");
    String call = request.getMethod() + " " + CallPath.of(request).orElse("");
    return A_MINUTE_OR_MORE.matcher(unused).matches()
        || CALLS.stream().anyMatch(known -> known.matcher(call).matches());
  }
}
