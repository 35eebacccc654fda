package io.touchstone.platform.engine;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind Camunda's login: tells our controllers whose session it is. */
@AutoConfiguration(after = CamundaBpmWebappAutoConfiguration.class)
class BrowserDoor {

  @Bean
  ServletContextInitializer browserCaller(IdentityService identity) {
    return context -> register(context, new SessionCaller(identity));
  }

  private static void register(ServletContext context, SessionCaller filter) {
    context
        .addFilter("touchstoneBrowserCaller", filter)
        .addMappingForUrlPatterns(
            java.util.EnumSet.of(DispatcherType.REQUEST), true, Api.BROWSER + "/*");
  }

  private static final class SessionCaller extends OncePerRequestFilter {

    private final IdentityService identity;

    private SessionCaller(IdentityService identity) {
      this.identity = identity;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Authentication session = identity.getCurrentAuthentication();
      if (session != null && session.getUserId() != null) {
        request.setAttribute(CallerArgument.ATTRIBUTE, caller(session));
      }
      chain.doFilter(request, response);
    }

    private static Caller caller(Authentication session) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      session.getGroupIds().forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
      return new Caller(session.getUserId(), roles);
    }
  }
}
