package io.touchstone.platform.engine.account;

import io.touchstone.platform.security.password.PasswordHistory;
import io.touchstone.platform.security.password.PasswordHistory.Stored;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Whether an account had a password before: an old one, that others may know, does not return. */
@Component
public class UsedPasswords {

  private static final Refusal USED =
      new Refusal(
          422,
          "used-password",
          "This account had that password before. Choose one that is new to it.");

  private final PasswordHistory history;

  UsedPasswords(PasswordHistory history) {
    this.history = history;
  }

  /**
   * What is wrong with the candidate; empty if the account never had it, as far as is remembered.
   *
   * @param account as the store holds it, before the change
   */
  Optional<Refusal> fault(UserEntity account, String candidate) {
    return Stream.concat(present(account).stream(), history.of(account.getId()).stream())
            .anyMatch(stored -> SlowPasswordHash.matches(candidate + stored.salt(), stored.hash()))
        ? Optional.of(USED)
        : Optional.empty();
  }

  /** Remembers the password that the account had until now. */
  void replaced(String userId, Stored before) {
    history.replaced(userId, before);
  }

  void forget(String userId) {
    history.forget(userId);
  }

  /** The password of an account that is stored; empty without either. */
  static Optional<Stored> present(UserEntity account) {
    return account.getRevision() == 0 || account.getPassword() == null
        ? Optional.empty()
        : Optional.of(
            new Stored(account.getPassword(), Optional.ofNullable(account.getSalt()).orElse("")));
  }
}
