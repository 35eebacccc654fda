package io.touchstone.platform.engine.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the login form sends.
 *
 * @param name as typed
 * @param call with which it came
 */
record LoginForm(String name, String password, HttpServletRequest call) {

  private static final String TYPE = "application/x-www-form-urlencoded";

  /** Reads the form; empty if it is not one name and one password. */
  static Optional<LoginForm> read(HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    Optional<String> body = CheckedBody.text(request);
    if (!type.startsWith(TYPE) || body.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = only(body.get(), "username");
    Optional<String> password = only(body.get(), "password");
    return name.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(new LoginForm(name.get(), password.get(), request));
  }

  private static Optional<String> only(String form, String field) {
    List<String> values = new ArrayList<>();
    for (String pair : form.split("&")) {
      if (pair.startsWith(field + "=")) {
        values.add(pair.substring(field.length() + 1));
      }
    }
    return values.size() == 1 ? decoded(values.get(0)) : Optional.empty();
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The call with the form written anew, under the id of whoever is meant by the name. */
  HttpServletRequest request(String userId) {
    String form = "username=" + encoded(userId) + "&password=" + encoded(password);
    return new CheckedBody(call, TYPE, form.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As text it says nothing. */
  @Override
  public String toString() {
    return "LoginForm[]";
  }
}
