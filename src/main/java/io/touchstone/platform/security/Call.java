package io.touchstone.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * An HTTP call, for a record: method and path, never query or body.
 *
 * @param method HTTP method
 * @param path what stands in the address before the query; unusual characters become a question
 *     mark, and it is cut after 200
 */
public record Call(String method, String path) {

  private static final int LONGEST = 200;

  /** The call that a request makes. */
  public static Call of(HttpServletRequest request) {
    String method = request.getMethod().replaceAll("[^A-Z]", "?");
    String path = request.getRequestURI().replaceAll("[^A-Za-z0-9/_.:%;-]", "?");
    return new Call(cut(method, 10), cut(path, LONGEST));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
