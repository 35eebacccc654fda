package io.touchstone.platform.security.password;

import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.ClientAddress;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of passwords by their owners. */
@Service
public class OwnPasswords {

  private final Directory directory;
  private final AccessLog log;
  private final LoginRecord record;
  private final PasswordGate gate;
  private final TransactionTemplate transaction;

  OwnPasswords(
      Directory directory,
      AccessLog log,
      LoginRecord record,
      PasswordGate gate,
      TransactionTemplate transaction) {
    this.directory = directory;
    this.log = log;
    this.record = record;
    this.gate = gate;
    this.transaction = transaction;
  }

  /**
   * Replaces a password; whoever is logged in with the old one is logged out.
   *
   * @param address where the call comes from, {@link ClientAddress}
   * @throws Refusal 422 if the current password is not right or the new one unfit, 429 if too many
   *     passwords wait to be compared
   */
  public void change(String userId, String current, String replacement, String address) {
    PasswordRules.check(userId, current, replacement);
    PasswordGate.Turn turn = gate.enter(address, userId);
    try {
      change(userId, current, replacement);
    } finally {
      turn.end();
    }
  }

  /** A refusal comes after the transaction: a wrong current password must count. */
  private void change(String userId, String current, String replacement) {
    boolean changed =
        transaction.execute(
            status -> {
              boolean right = directory.changePassword(userId, current, replacement);
              if (right) {
                log.passwordChanged(userId);
              }
              return right;
            });
    if (!changed) {
      record.failed(Optional.of(userId));
      throw new Refusal(
          422,
          "wrong-password",
          "The current password is not right, or was wrong a moment ago. Wait up to a minute and"
              + " try again.");
    }
  }
}
