package io.touchstone.platform.engine.doors;

import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refusals of Camunda's filters and of our guards inside the engine reach a person as a sentence:
 * the filters would send an error page, the engine would answer 500.
 */
final class RefusalSentence extends OncePerRequestFilter {

  private static final Refusal DEPLOYED_AT_START =
      new Refusal(
          403,
          "deployed-at-start",
          "This call is not open to you. Nobody puts in or takes out processes here, administrators"
              + " neither: they are checked and deployed as one set when the product starts. Put"
              + " the files into the folder that touchstone.processes names and start again.");

  private static final Refusal CLOSED =
      new Refusal(
          403,
          "closed",
          "This call is not open to you. Work on a task in its own form; for anything else ask your"
              + " administrator.");

  private static final Refusal GONE =
      new Refusal(
          404,
          "task-gone",
          "This task does not wait any more: somebody completed it, or its batch was stopped."
              + " Refresh the list.");

  private static final Pattern OF_A_TASK =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/.+");

  private static final Pattern LOGIN =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");

  /** The same for an unknown name, a wrong password and one that must wait. */
  private static final Refusal WRONG =
      new Refusal(
          401,
          "wrong-login",
          "The user name or the password is not right. After a wrong one wait a moment, a minute at"
              + " most: until then the right one is refused, too.");

  private static final Refusal NOT_HERE =
      new Refusal(
          403,
          "not-this-page",
          "The password is right, but this account does not use this page. Its work is in"
              + " Tasklist, /camunda/app/tasklist.");

  private static final Refusal STALE =
      new Refusal(403, "stale-page", "This page is too old to change anything. Reload it.");

  /** What a person is told who makes a call that no row of the allow-list names. */
  static Refusal closed(HttpServletRequest request) {
    return CallPath.of(request)
        .filter(path -> AllowedCalls.isClosed(request.getMethod(), path))
        .map(path -> DEPLOYED_AT_START)
        .orElse(CLOSED);
  }

  private final Predicate<String> taskWaits;

  /**
   * @param taskWaits whether there is a waiting task of an id, whoever asks
   */
  RefusalSentence(Predicate<String> taskWaits) {
    this.taskWaits = taskWaits;
  }

  /** The engine calls a task that is not there a fault of its own. */
  private Optional<Refusal> instead(HttpServletRequest request) {
    Matcher task = OF_A_TASK.matcher(request.getRequestURI());
    return RaisedRefusal.last()
        .or(
            () ->
                task.matches() && !taskWaits.test(task.group(1))
                    ? Optional.of(GONE)
                    : Optional.empty());
  }

  private static Refusal forbidden(HttpServletRequest request) {
    return isLogin(request) ? NOT_HERE : closed(request);
  }

  private static Refusal unauthenticated(HttpServletRequest request) {
    return isLogin(request) ? WRONG : CallerArgument.unauthenticated();
  }

  private static boolean isLogin(HttpServletRequest request) {
    return LOGIN.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RaisedRefusal.forget();
    Answer answer =
        new Answer(response, forbidden(request), unauthenticated(request), () -> instead(request));
    try {
      chain.doFilter(request, answer);
      answer.finish();
    } finally {
      RaisedRefusal.forget();
    }
  }

  private static final class Answer extends HttpServletResponseWrapper {

    private Optional<Refusal> instead = Optional.empty();

    private final Refusal closed;
    private final Refusal unauthenticated;
    private final Supplier<Optional<Refusal>> onFault;

    private Answer(
        HttpServletResponse response,
        Refusal closed,
        Refusal unauthenticated,
        Supplier<Optional<Refusal>> onFault) {
      super(response);
      this.closed = closed;
      this.unauthenticated = unauthenticated;
      this.onFault = onFault;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (message != null && message.startsWith("CSRFPreventionFilter")) {
        instead = Optional.of(STALE);
      } else {
        sendError(status);
      }
    }

    @Override
    public void sendError(int status) throws IOException {
      if (status == SC_FORBIDDEN) {
        instead = Optional.of(closed);
      } else if (status == SC_UNAUTHORIZED) {
        instead = Optional.of(unauthenticated);
      } else {
        super.sendError(status);
      }
    }

    @Override
    public void setStatus(int status) {
      if (status >= SC_INTERNAL_SERVER_ERROR && !isCommitted()) {
        instead = onFault.get();
      }
      super.setStatus(status);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return instead.isPresent() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return instead.isPresent()
          ? new PrintWriter(OutputStream.nullOutputStream())
          : super.getWriter();
    }

    @Override
    public void setContentLength(int length) {
      if (instead.isEmpty()) {
        super.setContentLength(length);
      }
    }

    @Override
    public void setContentLengthLong(long length) {
      if (instead.isEmpty()) {
        super.setContentLengthLong(length);
      }
    }

    @Override
    public void flushBuffer() throws IOException {
      if (instead.isEmpty()) {
        super.flushBuffer();
      }
    }

    private void finish() throws IOException {
      if (instead.isPresent() && !isCommitted()) {
        HttpServletResponse real = (HttpServletResponse) getResponse();
        real.resetBuffer();
        Problems.write(real, instead.get());
      }
    }
  }

  /** Swallows what the engine would have said. */
  private static final class Nowhere extends ServletOutputStream {

    @Override
    public void write(int b) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Nothing is written here.");
    }
  }
}
