package io.touchstone.platform.security;

import java.util.Optional;

/**
 * An organisation's directory beside the accounts of this installation. Its people are mirrored
 * into the store of accounts; their passwords are compared there and kept nowhere here.
 */
public interface OutsideDirectory {

  /**
   * Somebody is about to log in: what the directory says of the person at this moment is taken
   * over. Of an account of this installation nothing is asked.
   */
  void arrive(String userId);

  /** Whether the person comes from the directory, gone ones included. */
  boolean keeps(String userId);

  /**
   * Whether the directory takes the password.
   *
   * @throws io.touchstone.platform.web.Refusal 503 if it cannot be asked
   */
  boolean isRight(String userId, String password);

  /**
   * A text that changes when the person's password does, as far as the directory shows it, or the
   * person has left; empty for an account of this installation.
   */
  Optional<String> mark(String userId);
}
