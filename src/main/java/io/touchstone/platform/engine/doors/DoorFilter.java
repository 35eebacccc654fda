package io.touchstone.platform.engine.doors;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a browser's call through if the allow-list names it, and records what administrators do. */
final class DoorFilter extends OncePerRequestFilter {

  private final AccessLog log;

  DoorFilter(AccessLog log) {
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = CallerArgument.of(request);
    Optional<String> path = CallPath.of(request);
    Optional<AllowedCall> call =
        path.flatMap(each -> AllowList.find(request.getMethod(), each, caller));
    if (call.isEmpty()) {
      Problems.write(
          response,
          caller.isEmpty() ? CallerArgument.unauthenticated() : RefusalSentence.closed(request));
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
