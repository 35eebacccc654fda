package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.Directory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/** Puts the stamp on a session in the very call that logs somebody in. */
final class SessionLogin implements HttpSessionAttributeListener {

  private final Directory directory;
  private final Clock clock;

  SessionLogin(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public void attributeAdded(HttpSessionBindingEvent event) {
    if (event.getValue() instanceof Authentications known) {
      person(known)
          .map(directory::passwordMark)
          .ifPresent(mark -> SessionStamp.of(mark, clock.instant()).put(event.getSession()));
    }
  }

  /** Who is logged in in the request's session; empty without a session or a login. */
  static Optional<String> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session))
            .flatMap(SessionLogin::person);
  }

  private static Optional<String> person(Authentications known) {
    return known.getAuthentications().stream().findFirst().map(login -> login.getIdentityId());
  }
}
