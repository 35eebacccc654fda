package io.touchstone.platform.engine.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.CallerArgument;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.password.OwnPasswords;
import io.touchstone.platform.web.Problems;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the door: who changes the own password on Camunda's page of the profile is answered as on
 * our own page. The engine would take it without asking for the current one where nobody is made to
 * give it, and without turn and record.
 */
final class OwnCredentials extends OncePerRequestFilter {

  /** The call, as the allow-list writes it. */
  static final String OF_ONESELF = "/engine/engine/default/user/{self}/credentials";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Refusal INCOMPLETE =
      new Refusal(422, "missing-field", "Send the current and the new password.");

  private final OwnPasswords passwords;
  private final ClientAddress addresses;

  OwnCredentials(OwnPasswords passwords, ClientAddress addresses) {
    this.passwords = passwords;
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> self = CallerArgument.of(request).filter(caller -> isOwn(request, caller));
    if (self.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      change(request, self.get().id());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (Refusal refusal) {
      Problems.write(response, refusal);
    }
  }

  private static boolean isOwn(HttpServletRequest request, Caller caller) {
    return request.getMethod().equals("PUT")
        && CallPath.of(request)
            .filter(OF_ONESELF.replace("{self}", caller.id())::equals)
            .isPresent();
  }

  private void change(HttpServletRequest request, String userId) throws IOException {
    JsonNode sent = body(request);
    passwords.change(
        userId,
        text(sent, "authenticatedUserPassword"),
        text(sent, "password"),
        addresses.of(request));
  }

  private static JsonNode body(HttpServletRequest request) throws IOException {
    String text = CheckedBody.text(request).orElseThrow(() -> INCOMPLETE);
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw INCOMPLETE;
    }
  }

  private static String text(JsonNode sent, String field) {
    return Optional.ofNullable(sent.path(field).textValue()).orElseThrow(() -> INCOMPLETE);
  }
}
