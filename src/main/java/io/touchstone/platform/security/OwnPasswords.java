package io.touchstone.platform.security;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of passwords by their owners. */
@Service
class OwnPasswords {

  private final Directory directory;
  private final AccessLog log;
  private final LoginRecord record;

  OwnPasswords(Directory directory, AccessLog log, LoginRecord record) {
    this.directory = directory;
    this.log = log;
    this.record = record;
  }

  /**
   * Replaces a password. A refusal does not roll back: a wrong current password must count.
   *
   * @throws Refusal 422 if the current password is not right
   */
  @Transactional(noRollbackFor = Refusal.class)
  void change(String userId, String current, String replacement) {
    if (!directory.changePassword(userId, current, replacement)) {
      record.failed(Optional.of(userId));
      throw new Refusal(
          422,
          "wrong-password",
          "The current password is not right, or was wrong a moment ago. Wait up to a minute and"
              + " try again.");
    }
    log.passwordChanged(userId);
  }
}
