package io.touchstone.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Every refusal and fault as a problem document (RFC 9457) with a sentence, never a stack trace.
 */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request) {
    log.info(
        "refused status={} type={} method={}",
        refusal.status(),
        refusal.type(),
        request.getMethod());
    ResponseEntity<Map<String, Object>> answer =
        problem(refusal.status(), refusal.type(), refusal.getMessage(), refusal.members());
    return refusal
        .retryAfter()
        .map(
            after ->
                ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, after)
                    .body(answer.getBody()))
        .orElse(answer);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
    return problem(
        422,
        "unreadable-body",
        "The body is not the JSON that this call takes. GET /api/v1/openapi.json describes it.",
        Map.of());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> mistyped(MethodArgumentTypeMismatchException e) {
    return problem(
        400,
        "invalid-parameter",
        "The parameter "
            + e.getName()
            + " has not the form that this call takes. GET /api/v1/openapi.json describes it.",
        Map.of("where", e.getName()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> failed(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse response) {
      HttpStatusCode status = response.getStatusCode();
      return problem(
          status.value(),
          "http-" + status.value(),
          sentence(status.value(), request.getMethod()),
          Map.of());
    }
    // The message may quote data, so only the kinds and the places of the fault are logged.
    log.error("request_failed method={} fault={}", request.getMethod(), Faults.describe(e));
    return problem(
        500,
        "fault",
        "Something went wrong on our side; nothing was changed. Try again, and tell your"
            + " administrator if it stays.",
        Map.of());
  }

  static String sentence(int status, String method) {
    return switch (status) {
      case 401 -> "Log in first.";
      case 403 -> "This call is not open to you.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take " + method + ".";
      case 406 -> "This address cannot answer in the type that was asked for.";
      case 415 -> "This address does not take a body of that type.";
      case 500, 503 -> "Something went wrong on our side. Tell your administrator if it stays.";
      default -> "The request is not one that this address takes.";
    };
  }

  /** A problem document; {@code message} repeats the sentence where Tasklist looks for it. */
  static ResponseEntity<Map<String, Object>> problem(
      int status, String type, String sentence, Map<String, Object> members) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body(status, type, sentence, members));
  }

  static Map<String, Object> body(
      int status, String type, String sentence, Map<String, Object> members) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "/problems/" + type);
    body.put("title", type.replace('-', ' '));
    body.put("status", status);
    body.put("detail", sentence);
    body.put("message", sentence);
    body.putAll(members);
    return body;
  }
}
