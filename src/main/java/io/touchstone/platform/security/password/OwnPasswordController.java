package io.touchstone.platform.security.password;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** A person's own password; others' are the administrator's business. */
@Api
class OwnPasswordController {

  private static final Role[] USING_TOKENS = {
    Role.DATA_MANAGER, Role.TRAINING_ENGINEER, Role.AUDITOR, Role.PROCESS_OWNER
  };

  private final OwnPasswords passwords;
  private final PasswordResets resets;
  private final ClientAddress addresses;

  OwnPasswordController(OwnPasswords passwords, PasswordResets resets, ClientAddress addresses) {
    this.passwords = passwords;
    this.resets = resets;
    this.addresses = addresses;
  }

  /** A change of password. */
  record Change(Optional<String> current, @JsonProperty("new") Optional<String> replacement) {

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "Change[]";
    }
  }

  /**
   * Whether somebody else has set the caller's password.
   *
   * @param notice a sentence for the owner; empty if there is nothing to tell
   * @param stays whether reading it does not end it: the account approves nothing yet
   * @param usesTokens whether programs usually work for people of the caller's roles
   */
  record State(Optional<String> notice, boolean stays, boolean usesTokens) {}

  /** Replaces the caller's password; whoever is logged in with the old one is logged out. */
  @PostMapping("/me/password")
  ResponseEntity<Void> change(@RequestBody Change change, Caller caller, HttpServletRequest call) {
    String current = change.current().orElseThrow(OwnPasswordController::incomplete);
    String replacement = change.replacement().orElseThrow(OwnPasswordController::incomplete);
    passwords.change(caller.id(), current, replacement, addresses.of(call));
    return ResponseEntity.noContent().build();
  }

  /** What the owner of an account has to know of its password. */
  @GetMapping("/me/password")
  State state(Caller caller) {
    Optional<String> notice = resets.notice(caller.id());
    return new State(
        notice, resets.objection(caller.id()).isPresent(), caller.mayActAs(USING_TOKENS));
  }

  /** The owner has read the notice. */
  @PostMapping("/me/password/notice")
  ResponseEntity<Void> read(Caller caller) {
    resets.seen(caller.id());
    return ResponseEntity.noContent().build();
  }

  private static Refusal incomplete() {
    return new Refusal(
        422, "missing-field", "Send {\"current\": ..., \"new\": ...}, both as text.");
  }
}
