package io.touchstone.platform.engine.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A cookie that tells the login form why there is a login at all: the code of an ended session, or
 * that the person has logged out. It opens nothing; the form reads it.
 */
final class SessionNote {

  /** As the login form knows it. */
  static final String COOKIE = "touchstone-session";

  /** The person wanted it. */
  static final String LOGGED_OUT = "out";

  private SessionNote() {}

  /** Leaves the note with an answer that is not yet on its way. */
  static void leave(HttpServletRequest request, HttpServletResponse response, String code) {
    String secure = request.isSecure() ? ";Secure" : "";
    response.addHeader(
        "Set-Cookie", COOKIE + "=" + code + ";Path=/camunda;SameSite=Strict" + secure);
  }
}
