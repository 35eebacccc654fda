package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a browser's call through if the allow-list names it, and records what administrators do. */
final class DoorFilter extends OncePerRequestFilter {

  private static final Refusal NOT_BY_PROJECT =
      new Refusal(
          403,
          "every-project",
          "The engine's own pages show all projects at once, and you may know some of them only."
              + " The pages of the menu show yours.");

  private final AccessLog log;
  private final ProjectAccess access;

  DoorFilter(AccessLog log, ProjectAccess access) {
    this.log = log;
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = CallerArgument.of(request);
    Optional<String> path = CallPath.of(request);
    Optional<AllowedCall> call =
        path.flatMap(each -> AllowedCalls.find(request.getMethod(), each, caller));
    if (call.isEmpty()) {
      Problems.write(
          response,
          caller.isEmpty() ? CallerArgument.unauthenticated() : RefusalSentence.closed(request));
      return;
    }
    if (call.get().who() == Who.READER && !access.known(caller.orElseThrow()).all()) {
      Problems.write(response, NOT_BY_PROJECT);
      return;
    }
    Optional<HttpServletRequest> checked = checked(request, call.get(), caller);
    if (checked.isEmpty()) {
      Problems.write(response, RefusalSentence.closed(request));
      return;
    }
    if (Who.ADMINISTRATOR.includes(caller) && call.get().isRecorded(request.getMethod())) {
      log.administratorCalls(caller.orElseThrow().id(), Call.of(request));
    }
    chain.doFilter(checked.get(), response);
  }

  private static Optional<HttpServletRequest> checked(
      HttpServletRequest request, AllowedCall call, Optional<Caller> caller) throws IOException {
    return call.body() == CallBody.ANYTHING || Who.ADMINISTRATOR.includes(caller)
        ? Optional.of(request)
        : CheckedBody.of(request, call.body(), caller.orElseThrow().id());
  }
}
