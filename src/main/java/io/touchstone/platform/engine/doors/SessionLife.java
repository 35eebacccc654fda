package io.touchstone.platform.engine.doors;

import io.touchstone.platform.SessionSettings;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.SessionEnd;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that nobody works in, that last too long, or whose password is another by now, on
 * whatever node it was changed. The container cannot: an open Tasklist asks for its list for ever.
 */
final class SessionLife extends OncePerRequestFilter {

  private final Directory directory;
  private final AccessLog log;
  private final Clock clock;
  private final SessionSettings limits;

  SessionLife(Directory directory, AccessLog log, Clock clock, SessionSettings limits) {
    this.directory = directory;
    this.log = log;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SessionEnd> end = end(request);
    end.ifPresent(why -> SessionNote.leave(request, response, why.code()));
    if (end.isPresent() && needsLogin(request)) {
      Problems.write(response, new Refusal(401, "session-ended", end.get().sentence()));
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<SessionEnd> end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    try {
      Optional<String> person = SessionLogin.person(request);
      if (person.isEmpty()) {
        return Optional.empty();
      }
      Optional<SessionEnd> end =
          SessionStamp.end(session, directory.passwordMark(person.get()), clock.instant(), limits)
              .map(why -> isGone(person.get()) ? SessionEnd.CLOSED : why);
      if (end.isPresent()) {
        session.invalidate();
        log.sessionEnded(person.get(), end.get());
      } else if (!Polling.is(request)) {
        SessionStamp.acted(session, clock.instant());
      }
      return end;
    } catch (IllegalStateException endedByAnother) {
      // Another call of the same browser has ended it in this moment, and put it on record.
      return Optional.empty();
    }
  }

  /** Whoever is nobody here any more. */
  private boolean isGone(String person) {
    return directory.find(person).filter(found -> !found.roles().isEmpty()).isEmpty();
  }

  /** A page, and what leads to a login, is answered as to a stranger. */
  private static boolean needsLogin(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/camunda/api/")
        && CallPath.of(request)
            .flatMap(path -> AllowedCalls.find(request.getMethod(), path, Optional.empty()))
            .isEmpty();
  }
}
