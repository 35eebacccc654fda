package io.touchstone.platform.engine.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda hands a session's CSRF token out once, to the first that reads. A page whose other reads
 * are answered before that one then writes with no token or with that of the session before, and
 * the session ends for it. Here everybody who reads with another token than the session's is given
 * it again.
 */
final class TokenForEveryReader extends OncePerRequestFilter {

  private static final String OF_SESSION = "CAMUNDA_CSRF_TOKEN";
  private static final String COOKIE = "XSRF-TOKEN";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final String attributes;

  /**
   * @param path of the cookie, that of Camunda's own
   * @param secure whether browsers send it over HTTPS only
   */
  TokenForEveryReader(String path, boolean secure) {
    attributes = ";Path=" + path + ";SameSite=Strict" + (secure ? ";Secure" : "");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod())) {
      ofSession(request)
          .filter(token -> ofBrowser(request).noneMatch(token::equals))
          .ifPresent(token -> response.addHeader("Set-Cookie", COOKIE + "=" + token + attributes));
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> ofSession(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map((HttpSession session) -> session.getAttribute(OF_SESSION))
        .map(Object::toString);
  }

  private static Stream<String> ofBrowser(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue);
  }
}
