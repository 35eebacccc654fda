package io.touchstone.platform.engine.doors;

import io.touchstone.platform.engine.ProjectGroups;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.invitation.FirstPasswordDoor;
import io.touchstone.platform.security.invitation.FirstPasswords;
import io.touchstone.platform.security.password.OwnPasswords;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Api;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind Camunda's login: says whose session it is, then lets through what the allow-list names.
 * Filters that Spring registers stand in front of Camunda's and would see no user.
 */
@AutoConfiguration(after = CamundaBpmWebappAutoConfiguration.class)
class BrowserDoor {

  @Bean
  ServletContextInitializer browserCallerFilters(
      IdentityService identity,
      AccessLog log,
      ProjectGroups groups,
      ProjectAccess access,
      ObjectProvider<OwnPasswords> passwords,
      ClientAddress addresses,
      FirstPasswords firstPasswords) {
    return context -> {
      register(context, "touchstoneBrowserCaller", new SessionCaller(identity, groups));
      register(context, "touchstoneDoor", new DoorFilter(log, access));
      register(
          context,
          "touchstoneOwnCredentials",
          new OwnCredentials(passwords.getObject(), addresses));
      register(context, "touchstoneFirstPassword", new FirstPasswordDoor(firstPasswords));
    };
  }

  private static void register(ServletContext context, String name, Filter filter) {
    context
        .addFilter(name, filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/camunda/api/*");
  }

  private static final class SessionCaller extends OncePerRequestFilter {

    private final IdentityService identity;

    private final ProjectGroups groups;

    private SessionCaller(IdentityService identity, ProjectGroups groups) {
      this.identity = identity;
      this.groups = groups;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Authentication session = identity.getCurrentAuthentication();
      if (session != null && session.getUserId() != null) {
        Caller caller = caller(session);
        request.setAttribute(CallerArgument.ATTRIBUTE, caller);
        if (!request.getRequestURI().startsWith(Api.BROWSER)) {
          // What the engine shows goes by the projects that she may know now; ours asks for itself.
          identity.setAuthentication(caller.id(), groups.of(caller), session.getTenantIds());
        }
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
