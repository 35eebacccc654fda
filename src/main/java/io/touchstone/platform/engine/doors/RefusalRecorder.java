package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In front of everything that knows a login: whoever refused a person, the door, Camunda's filters,
 * the engine or a controller, the refusal is recorded once the answer is made.
 */
final class RefusalRecorder extends OncePerRequestFilter {

  private final AccessLog log;

  RefusalRecorder(AccessLog log) {
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
      person(request).ifPresent(person -> log.refused(person, Call.of(request)));
    }
  }

  private static Optional<String> person(HttpServletRequest request) {
    return CallerArgument.of(request).map(Caller::id).or(() -> SessionLogin.person(request));
  }
}
