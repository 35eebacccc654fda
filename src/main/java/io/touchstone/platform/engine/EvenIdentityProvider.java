package io.touchstone.platform.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * A refused login takes as long for a name that nobody has, or that must wait after a wrong
 * password, as for one whose password was compared: time does not tell who exists. The engine makes
 * it by its class.
 */
public class EvenIdentityProvider extends DbIdentityServiceProvider {

  @Override
  public boolean checkPassword(String userId, String password) {
    int before = SlowPasswordHash.computedOnThisThread();
    boolean right =
        canBeKnown(userId) && hasPassword(userId) && super.checkPassword(userId, password);
    if (SlowPasswordHash.computedOnThisThread() == before) {
      Context.getProcessEngineConfiguration().getPasswordEncryptor().encrypt("nobody's password");
    }
    return right;
  }

  /** Simulated people have none; the engine's comparison takes for granted that there is one. */
  private boolean hasPassword(String userId) {
    UserEntity user = findUserById(userId);
    return user != null && user.getPassword() != null;
  }

  /** The database refuses to look for some characters, which would be an answer of its own. */
  private static boolean canBeKnown(String userId) {
    return userId != null && userId.chars().noneMatch(Character::isISOControl);
  }
}
