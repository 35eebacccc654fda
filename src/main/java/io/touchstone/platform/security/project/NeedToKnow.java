package io.touchstone.platform.security.project;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before every controller: a thing of a project that the caller may not know does not exist. The
 * controller is asked for an id that nothing has instead, so that the answer is in every byte the
 * one that it gives to everybody who asks for what is not there, its own check of roles included.
 */
@Component
class NeedToKnow implements HandlerInterceptor, WebMvcConfigurer {

  private final ProjectAccess access;

  NeedToKnow(ProjectAccess access) {
    this.access = access;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(Api.MACHINE + "/**", Api.BROWSER + "/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Optional<Caller> caller = CallerArgument.of(request);
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (caller.isEmpty() || pattern == null) {
      return true;
    }
    CallScope scope = CallScope.of(pattern.toString(), handler);
    if (scope.things().isEmpty()) {
      refuseWholes(scope, caller.get());
    } else {
      hide(request, scope, caller.get());
    }
    return true;
  }

  private void refuseWholes(CallScope scope, Caller caller) {
    if (scope.over() == Reach.Over.EVERY_PROJECT && !access.known(caller).all()) {
      throw new Refusal(
          403,
          "every-project",
          "This call covers all projects at once, and you may know some of them only. Ask somebody"
              + " who may know all of them.");
    }
  }

  private void hide(HttpServletRequest request, CallScope scope, Caller caller) {
    KnownProjects known = access.known(caller);
    if (known.all()) {
      return;
    }
    Map<String, String> named = named(request);
    scope
        .things()
        .forEach(
            (name, thing) ->
                named.computeIfPresent(
                    name, (key, id) -> access.maySee(caller, known, thing, id) ? id : nobodys(id)));
    request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, named);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> named(HttpServletRequest request) {
    return new HashMap<>(
        (Map<String, String>)
            request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
  }

  /** An id of the same kind of writing that nothing has: numbers begin with one. */
  private static String nobodys(String id) {
    return id.chars().allMatch(Character::isDigit) ? "0" : UUID.randomUUID().toString();
  }
}
