package io.touchstone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser does with our web applications, without the browser: cookies, the CSRF token, the
 * login form.
 */
public final class Browser {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** A browser without a login. */
  public Browser(int port) {
    this.base = "http://localhost:" + port;
  }

  /** Logs in at an application's form; the answer is the login call's. */
  public HttpResponse<String> login(String application, String user, String password) {
    get("/camunda/api/admin/auth/user/default");
    String form = "username=" + encode(user) + "&password=" + encode(password);
    HttpResponse<String> answer =
        call(
            "POST",
            "/camunda/api/admin/auth/user/default/login/" + application,
            "application/x-www-form-urlencoded",
            form);
    get("/camunda/api/admin/auth/user/default");
    return answer;
  }

  /** A page or a reading call. */
  public HttpResponse<String> get(String path) {
    return call("GET", path, "application/json", "");
  }

  /** A call with a JSON body; empty for none. */
  public HttpResponse<String> json(String method, String path, String body) {
    return call(method, path, "application/json", body);
  }

  /**
   * A call with the cookies and the token that the server gave so far.
   *
   * @param headers further names and values by turns, in place of the usual ones
   */
  public HttpResponse<String> call(
      String method, String path, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Accept", "application/json, application/problem+json, */*");
    if (!body.isEmpty() || method.equals("POST")) {
      request.header("Content-Type", type);
    }
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieHeader());
    }
    if (cookies.containsKey("XSRF-TOKEN")) {
      request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  /** The value of a cookie, empty if the server set none. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String pair = header.split(";", 2)[0];
    int equals = pair.indexOf('=');
    cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
  }

  private String cookieHeader() {
    StringBuilder header = new StringBuilder();
    cookies.forEach((name, value) -> header.append(name).append('=').append(value).append("; "));
    return header.substring(0, header.length() - 2);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
