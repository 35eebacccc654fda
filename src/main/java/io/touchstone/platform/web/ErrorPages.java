package io.touchstone.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container answers when nobody else did: a sentence, no path, no exception. */
@RestController
class ErrorPages implements ErrorController {

  /** Asked for directly, there is nothing here. */
  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : 404;
    return ProblemAdvice.problem(
        code, "http-" + code, ProblemAdvice.sentence(code, request.getMethod()), Map.of());
  }
}
