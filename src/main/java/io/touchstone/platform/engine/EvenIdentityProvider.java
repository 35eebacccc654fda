package io.touchstone.platform.engine;

import io.touchstone.platform.security.PasswordResets;
import io.touchstone.platform.web.Refusal;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's own store of people, with three differences. A refused login takes as long for a name
 * that nobody has, or that must wait after a wrong password, as for one whose password was
 * compared: time does not tell who exists. Whoever sets another's password is noted, whichever door it
 * came through. And nobody gives oneself a role.
 */
public class EvenIdentityProvider extends DbIdentityServiceProvider {

  private final PasswordResets resets;

  private EvenIdentityProvider(PasswordResets resets) {
    this.resets = resets;
  }

  /** What the engine makes it with. */
  record Factory(PasswordResets resets) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return EvenIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new EvenIdentityProvider(resets);
    }
  }

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

  @Override
  public IdentityOperationResult saveUser(User user) {
    Authentication who = getCurrentAuthentication();
    boolean byAnother =
        who != null
            && who.getUserId() != null
            && !who.getUserId().equals(user.getId())
            && ((UserEntity) user).hasNewPassword();
    IdentityOperationResult result = super.saveUser(user);
    if (byAnother) {
      resets.note(user.getId(), who.getUserId());
    }
    return result;
  }

  /** Camunda's Admin calls this as whoever is logged in; the product itself as nobody. */
  @Override
  public IdentityOperationResult createMembership(String userId, String groupId) {
    Authentication who = getCurrentAuthentication();
    if (who != null && userId.equals(who.getUserId())) {
      throw RaisedRefusal.raise(
          new Refusal(
              403,
              "not-for-oneself",
              "Roles are given by another administrator, never by oneself."));
    }
    return super.createMembership(userId, groupId);
  }

  /** Simulated people have none; the engine's comparison takes for granted that there is one. */
  private boolean hasPassword(String userId) {
    UserEntity user = findUserById(userId);
    return user != null && user.getPassword() != null;
  }

  /** The database refuses to look for some characters, which would be an answer of its own. */
  static boolean canBeKnown(String userId) {
    return userId != null && userId.chars().noneMatch(Character::isISOControl);
  }
}
