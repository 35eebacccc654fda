package io.touchstone.platform.engine.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a call, where it can be read in one way only. Whatever two programs could understand
 * differently has no path here: parameters after a semicolon, dots, doubled slashes, escapes of
 * characters that need none or that separate.
 */
final class CallPath {

  private static final String PREFIX = "/camunda/api";
  private static final Pattern TRICKS = Pattern.compile("//|/\\.|[;\\\\\\p{Cntrl}]");
  private static final Pattern ESCAPE = Pattern.compile("%");

  /** Escapes of printable punctuation that does not separate, and of other scripts' letters. */
  private static final Pattern HARMLESS_ESCAPE =
      Pattern.compile("%(?:20|3[Aa]|40|2[Bb8-9Cc]|[C-Fc-f][0-9A-Fa-f]|[89ABab][0-9A-Fa-f])");

  private CallPath() {}

  /** The decoded path after {@code /camunda/api}; empty if it is ambiguous. */
  static Optional<String> of(HttpServletRequest request) {
    String raw = request.getRequestURI();
    if (TRICKS.matcher(raw).find() || escapes(raw) != harmlessEscapes(raw)) {
      return Optional.empty();
    }
    return decoded(raw)
        .filter(path -> path.equals(seenByTheServlet(request)))
        .filter(path -> path.startsWith(PREFIX + "/"))
        .map(path -> path.substring(PREFIX.length()));
  }

  private static long escapes(String raw) {
    return ESCAPE.matcher(raw).results().count();
  }

  private static long harmlessEscapes(String raw) {
    return HARMLESS_ESCAPE.matcher(raw).results().count();
  }

  private static Optional<String> decoded(String raw) {
    try {
      return Optional.ofNullable(new URI(raw).getPath());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String seenByTheServlet(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }
}
