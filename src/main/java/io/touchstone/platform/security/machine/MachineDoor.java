package io.touchstone.platform.security.machine;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.password.PasswordGate;
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
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of machines: HTTP Basic or a token ({@link TokenDoor}) on every request, cookies
 * ignored, requests that a browser sends on behalf of another site refused ({@link CrossSite}),
 * logins limited ({@link PasswordGate}).
 */
@Configuration(proxyBeanMethods = false)
class MachineDoor {

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> machineDoorFilter(
      VerifiedLogins logins,
      TokenDoor tokens,
      LoginRecord record,
      AccessLog log,
      ClientAddress addresses,
      TouchstoneSettings settings) {
    var registration =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new Door(logins, tokens, record, log, addresses, new CrossSite(settings.publicUrl())));
    registration.addUrlPatterns(Api.MACHINE + "/*");
    registration.setOrder(0);
    return registration;
  }

  private static final class Door extends OncePerRequestFilter {

    private static final Refusal NO_TOKEN =
        new Refusal(
            401,
            "invalid-token",
            "This token opens nothing: it was revoked, has ended, was never made, or its owner has"
                + " left. Make another on the page Tokens.");

    private final VerifiedLogins logins;
    private final TokenDoor tokens;
    private final LoginRecord record;
    private final AccessLog log;
    private final ClientAddress addresses;
    private final CrossSite crossSite;

    private Door(
        VerifiedLogins logins,
        TokenDoor tokens,
        LoginRecord record,
        AccessLog log,
        ClientAddress addresses,
        CrossSite crossSite) {
      this.logins = logins;
      this.tokens = tokens;
      this.record = record;
      this.log = log;
      this.addresses = addresses;
      this.crossSite = crossSite;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      try {
        crossSite.objection(request).ifPresent(Door::refuse);
        Caller caller = caller(request);
        if (caller.is(Role.ADMINISTRATOR) && changesSomething(request)) {
          log.administratorCalls(caller.id(), Call.of(request));
        }
      } catch (Refusal refusal) {
        if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED) {
          response.setHeader("WWW-Authenticate", "Basic realm=\"Touchstone\", charset=\"UTF-8\"");
        }
        Problems.write(response, refusal);
        return;
      }
      chain.doFilter(request, response);
    }

    private static void refuse(Refusal refusal) {
      throw refusal;
    }

    private static boolean changesSomething(HttpServletRequest request) {
      return !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    /** Whoever is let in, left with the request. */
    private Caller caller(HttpServletRequest request) {
      Optional<String> token = MachineLogin.bearer(request);
      if (token.isPresent()) {
        return byToken(token.get(), request);
      }
      MachineLogin login = MachineLogin.basic(request).orElseThrow(CallerArgument::unauthenticated);
      if (login.user().equals(MachineLogin.TOKEN_USER) && tokens.isToken(login.password())) {
        return byToken(login.password(), request);
      }
      Caller caller =
          logins
              .login(login.user(), login.password(), addresses.of(request))
              .orElseThrow(CallerArgument::unauthenticated);
      request.setAttribute(CallerArgument.ATTRIBUTE, caller);
      return caller;
    }

    private Caller byToken(String secret, HttpServletRequest request) {
      Optional<TokenDoor.Admission> admission =
          tokens.admit(secret, path(request), Call.of(request));
      if (admission.isEmpty()) {
        record.failed(Optional.empty());
        throw NO_TOKEN;
      }
      request.setAttribute(CallerArgument.ATTRIBUTE, admission.get().caller());
      admission.get().objection().ifPresent(Door::refuse);
      return admission.get().caller();
    }

    /** As the controllers see it: decoded, without parameters in its segments. */
    private static String path(HttpServletRequest request) {
      String info = request.getPathInfo();
      String path = request.getServletPath() + (info == null ? "" : info);
      return path.substring(Api.MACHINE.length());
    }
  }
}
