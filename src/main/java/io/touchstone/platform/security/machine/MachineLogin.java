package io.touchstone.platform.security.machine;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a program sends as its login.
 *
 * @param user name
 * @param password or, under the name {@link #TOKEN_USER}, a token, as programs do that know Basic
 *     only
 */
record MachineLogin(String user, String password) {

  /** The name under which Git and DVC send a token. */
  static final String TOKEN_USER = "token";

  /** The text after {@code Bearer} (RFC 6750, 2.1); empty without such a header. */
  static Optional<String> bearer(HttpServletRequest request) {
    return header(request, "Bearer ").map(String::strip);
  }

  /** Name and password of HTTP Basic (RFC 7617); empty without a readable header of it. */
  static Optional<MachineLogin> basic(HttpServletRequest request) {
    return header(request, "Basic ").flatMap(MachineLogin::decoded);
  }

  private static Optional<String> header(HttpServletRequest request, String scheme) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? Optional.of(header.substring(scheme.length()))
        : Optional.empty();
  }

  private static Optional<MachineLogin> decoded(String encoded) {
    try {
      String text = new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 1 || text.chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(new MachineLogin(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As text it says nothing. */
  @Override
  public String toString() {
    return "MachineLogin[]";
  }
}
