package io.touchstone.platform.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** A person's own password; others' are the administrator's business. */
@Api
class OwnPasswordController {

  private final Directory directory;
  private final AccessLog log;

  OwnPasswordController(Directory directory, AccessLog log) {
    this.directory = directory;
    this.log = log;
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
   * Replaces the caller's password. A refusal does not roll back: a wrong current password must
   * count.
   */
  @Transactional(noRollbackFor = Refusal.class)
  @PostMapping("/me/password")
  ResponseEntity<Void> change(@RequestBody Change change, Caller caller) {
    String current = change.current().orElseThrow(OwnPasswordController::incomplete);
    String replacement = change.replacement().orElseThrow(OwnPasswordController::incomplete);
    PasswordRules.check(caller.id(), current, replacement);
    if (!directory.changePassword(caller.id(), current, replacement)) {
      throw new Refusal(
          422,
          "wrong-password",
          "The current password is not right, or was wrong a moment ago. Wait up to a minute and"
              + " try again.");
    }
    log.passwordChanged(caller.id());
    return ResponseEntity.noContent().build();
  }

  private static Refusal incomplete() {
    return new Refusal(
        422, "missing-field", "Send {\"current\": ..., \"new\": ...}, both as text.");
  }
}
