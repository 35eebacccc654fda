package io.touchstone.platform.security;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of machines: HTTP Basic on every request, cookies ignored, requests that a browser sends
 * on behalf of another site refused ({@link CrossSite}), logins limited ({@link PasswordGate}).
 */
@Configuration(proxyBeanMethods = false)
class MachineDoor {

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> machineDoorFilter(
      VerifiedLogins logins, AccessLog log, ClientAddress addresses, TouchstoneSettings settings) {
    var registration =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new Door(logins, log, addresses, new CrossSite(settings.publicUrl())));
    registration.addUrlPatterns(Api.MACHINE + "/*");
    registration.setOrder(0);
    return registration;
  }

  private static final class Door extends OncePerRequestFilter {

    private final VerifiedLogins logins;
    private final AccessLog log;
    private final ClientAddress addresses;
    private final CrossSite crossSite;

    private Door(
        VerifiedLogins logins, AccessLog log, ClientAddress addresses, CrossSite crossSite) {
      this.logins = logins;
      this.log = log;
      this.addresses = addresses;
      this.crossSite = crossSite;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Optional<Refusal> objection = crossSite.objection(request);
      if (objection.isPresent()) {
        Problems.write(response, objection.get());
        return;
      }
      Optional<Caller> caller;
      try {
        caller = caller(request);
      } catch (Refusal busy) {
        Problems.write(response, busy);
        return;
      }
      if (caller.isEmpty()) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Touchstone\", charset=\"UTF-8\"");
        Problems.write(response, CallerArgument.unauthenticated());
        return;
      }
      request.setAttribute(CallerArgument.ATTRIBUTE, caller.get());
      if (caller.get().is(Role.ADMINISTRATOR) && changesSomething(request)) {
        log.administratorCalls(caller.get().id(), Call.of(request));
      }
      chain.doFilter(request, response);
    }

    private static boolean changesSomething(HttpServletRequest request) {
      return !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    private Optional<Caller> caller(HttpServletRequest request) {
      String header = request.getHeader("Authorization");
      if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
        return Optional.empty();
      }
      try {
        String decoded =
            new String(
                Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
        int colon = decoded.indexOf(':');
        return colon < 1 || decoded.chars().anyMatch(Character::isISOControl)
            ? Optional.empty()
            : logins.login(
                decoded.substring(0, colon), decoded.substring(colon + 1), addresses.of(request));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
