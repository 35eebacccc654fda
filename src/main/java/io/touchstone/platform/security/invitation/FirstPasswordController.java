package io.touchstone.platform.security.invitation;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the caller has to choose a password before anything else. */
@Api
class FirstPasswordController {

  private final FirstPasswords passwords;

  FirstPasswordController(FirstPasswords passwords) {
    this.passwords = passwords;
  }

  /**
   * The state of the caller's password.
   *
   * @param needed whether it is a first password, which opens nothing but its own replacement
   * @param endsAt after which it opens not even that
   */
  record State(boolean needed, Optional<Instant> endsAt) {}

  @GetMapping("/me/first-password")
  State state(Caller caller) {
    Optional<Instant> ends = passwords.end(caller.id());
    return new State(ends.isPresent(), ends);
  }
}
