package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.security.password.PasswordGate;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before Camunda's login and logout: passwords are compared when it is their turn, and both leave a
 * record.
 */
final class LoginDoor extends OncePerRequestFilter {

  private static final Pattern LOGIN = Pattern.compile("/admin/auth/user/[^/]+/login/[^/]+");
  private static final Pattern LOGOUT = Pattern.compile("/admin/auth/user/[^/]+/logout");

  private static final Refusal NO_FORM =
      new Refusal(400, "no-login-form", "Send one user name and one password, as a form.");

  private final Directory directory;
  private final PasswordGate gate;
  private final ClientAddress addresses;
  private final LoginRecord record;
  private final AccessLog log;

  LoginDoor(
      Directory directory,
      PasswordGate gate,
      ClientAddress addresses,
      LoginRecord record,
      AccessLog log) {
    this.directory = directory;
    this.gate = gate;
    this.addresses = addresses;
    this.record = record;
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getMethod().equals("POST") ? CallPath.of(request).orElse("") : "";
    if (LOGIN.matcher(path).matches()) {
      logIn(request, response, chain);
    } else if (LOGOUT.matcher(path).matches()) {
      logOut(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void logIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<LoginForm> form = LoginForm.read(request);
    if (form.isEmpty()) {
      Problems.write(response, NO_FORM);
      return;
    }
    Optional<PasswordGate.Turn> turn = turn(request, response, form.get().name());
    if (turn.isEmpty()) {
      return;
    }
    String name;
    String mark;
    try {
      name = directory.arrive(form.get().name());
      mark = directory.passwordMark(name);
      chain.doFilter(form.get().request(name), response);
    } finally {
      turn.get().end();
    }
    record(request, response.getStatus(), name, mark);
  }

  /** Empty where there is none, which has been answered. */
  private Optional<PasswordGate.Turn> turn(
      HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
    try {
      return Optional.of(gate.enter(addresses.of(request), name));
    } catch (Refusal busy) {
      Problems.write(response, busy);
      return Optional.empty();
    }
  }

  /** Neither a password that was changed while it was compared nor a login off the record opens. */
  private void record(HttpServletRequest request, int status, String name, String mark) {
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      record.failed(Optional.of(name).filter(known -> !mark.isEmpty()));
      return;
    }
    if (status != HttpServletResponse.SC_OK) {
      return;
    }
    HttpSession session = request.getSession(false);
    if (session == null || !SessionStamp.fits(session, mark)) {
      end(session);
      return;
    }
    try {
      SessionLogin.person(request)
          .ifPresent(person -> record.loggedIn(person, AccessLog.Door.BROWSER));
    } catch (RuntimeException unrecorded) {
      end(session);
      throw unrecorded;
    }
  }

  private static void end(HttpSession session) {
    if (session != null) {
      session.invalidate();
    }
  }

  private void logOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> person = SessionLogin.person(request);
    SessionNote.leave(request, response, SessionNote.LOGGED_OUT);
    chain.doFilter(request, response);
    if (SessionLogin.person(request).isEmpty()) {
      person.ifPresent(log::loggedOut);
    }
  }
}
