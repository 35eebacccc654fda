package io.touchstone.platform.security.invitation;

import io.swagger.v3.oas.annotations.Hidden;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.password.PasswordGate;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind a one-time link. It stands outside both mounts: whoever comes here cannot log in
 * yet, and holds the link instead.
 */
@Hidden
@RestController
class InvitationController {

  static final String PAGE = "/invitation";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src"
          + " 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width">
          <title>Your account – Touchstone</title>
          <link rel="icon" href="data:,">
          <script type="module" src="/workbench/1/people/invitation.js"></script>
        </head>
        <body><touchstone-invitation></touchstone-invitation></body>
      </html>
      """;

  private final Invitations invitations;
  private final PasswordGate gate;
  private final ClientAddress addresses;

  InvitationController(Invitations invitations, PasswordGate gate, ClientAddress addresses) {
    this.invitations = invitations;
    this.gate = gate;
    this.addresses = addresses;
  }

  /**
   * What the page sends.
   *
   * @param token what stands behind the number sign of the link
   */
  record Use(Optional<String> token, Optional<String> password) {

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "Use[]";
    }
  }

  /** Whose link it is. */
  record State(String userId, Instant endsAt) {}

  /** Sets the headers itself: added to those of every answer, two policies would both hold. */
  @GetMapping(path = PAGE, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(HTML);
  }

  @PostMapping(PAGE + "/state")
  ResponseEntity<State> state(@RequestBody Use use) {
    Invitations.Open open = invitations.open(require(use.token()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new State(open.userId(), open.endsAt()));
  }

  @PostMapping(PAGE)
  ResponseEntity<Void> use(@RequestBody Use use, HttpServletRequest call) {
    String token = require(use.token());
    String password = require(use.password());
    String userId = invitations.open(token).userId();
    PasswordGate.Turn turn = gate.enter(addresses.of(call), userId);
    try {
      invitations.use(token, password);
    } finally {
      turn.end();
    }
    return ResponseEntity.noContent().build();
  }

  private static String require(Optional<String> field) {
    return field
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new Refusal(
                    422, "missing-field", "Send {\"token\": ..., \"password\": ...}, as text."));
  }
}
