package io.touchstone.platform.engine.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Calls that an open page makes by itself, whether somebody sits before it or not. */
final class Polling {

  private static final String ENGINE = "/engine/engine/[^/]+";

  private static final List<Pattern> CALLS =
      List.of(
          Pattern.compile("(?:GET|POST) " + ENGINE + "/filter/[^/]+/(?:list|count)"),
          Pattern.compile("(?:GET|POST|OPTIONS) " + ENGINE + "/filter(?:/count)?"),
          // Cockpit's page of the engine's batches.
          Pattern.compile("GET " + ENGINE + "/(?:history/)?batch(?:/.*)?"),
          Pattern.compile("GET /admin/auth/user/[^/]+"));

  private Polling() {}

  /** Whether the call says nothing of a person's presence. */
  static boolean is(HttpServletRequest request) {
    String call = request.getMethod() + " " + CallPath.of(request).orElse("");
    return CALLS.stream().anyMatch(known -> known.matcher(call).matches());
  }
}
