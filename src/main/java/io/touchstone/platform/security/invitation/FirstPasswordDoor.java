package io.touchstone.platform.security.invitation;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind both doors: whoever came with a first password may replace it, log out, and look at what
 * Tasklist itself asks for before anything is opened.
 */
public final class FirstPasswordDoor extends OncePerRequestFilter {

  private static final Set<String> OWN = Set.of("/me/password", "/me/first-password");

  private static final Set<String> ENDS = Set.of("/logout", "/auth/user/default");

  private final FirstPasswords passwords;

  public FirstPasswordDoor(FirstPasswords passwords) {
    this.passwords = passwords;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Refusal> objection =
        CallerArgument.of(request)
            .map(Caller::id)
            .flatMap(user -> passwords.objection(user, opens(request)));
    if (objection.isPresent()) {
      Problems.write(response, objection.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean opens(HttpServletRequest request) {
    String path = request.getRequestURI();
    return OWN.stream()
            .anyMatch(own -> path.equals(Api.BROWSER + own) || path.equals(Api.MACHINE + own))
        || ENDS.stream().anyMatch(path::endsWith)
        || readsOfTasklist(request, path);
  }

  /** Plug-ins, the header and the list of filters; no task and nothing of ours. */
  private static boolean readsOfTasklist(HttpServletRequest request, String path) {
    return request.getMethod().equals("GET")
        && (path.contains("/plugin/")
            || path.endsWith("/profile")
            || path.endsWith("/engine/engine/")
            || path.endsWith("/filter"));
  }
}
