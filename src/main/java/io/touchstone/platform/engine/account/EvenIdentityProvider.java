package io.touchstone.platform.engine.account;

import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.security.OutsideDirectory;
import io.touchstone.platform.security.password.PasswordHistory;
import io.touchstone.platform.security.password.PasswordResets;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's own store of people, with differences. A refused login takes as long for a name that
 * nobody has, or that must wait after a wrong password, as for one whose password was compared:
 * time does not tell who exists. Whoever sets another's password is noted, whichever door it came
 * through, and nobody gives oneself a role. And the passwords of an organisation's directory are
 * compared there.
 */
public class EvenIdentityProvider extends DbIdentityServiceProvider {

  private final PasswordResets resets;
  private final UsedPasswords used;

  private final ObjectProvider<OutsideDirectory> outside;

  private EvenIdentityProvider(
      PasswordResets resets, UsedPasswords used, ObjectProvider<OutsideDirectory> outside) {
    this.resets = resets;
    this.used = used;
    this.outside = outside;
  }

  /** What the engine makes it with. */
  public record Factory(
      PasswordResets resets, UsedPasswords used, ObjectProvider<OutsideDirectory> outside)
      implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return EvenIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new EvenIdentityProvider(resets, used, outside);
    }
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    int before = SlowPasswordHash.computedOnThisThread();
    boolean right =
        canBeKnown(userId) && hasPassword(userId) && super.checkPassword(userId, password);
    if (!right && SlowPasswordHash.computedOnThisThread() == before) {
      Context.getProcessEngineConfiguration().getPasswordEncryptor().encrypt("nobody's password");
    }
    return right;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    UserEntity account = (UserEntity) user;
    boolean changes = account.hasNewPassword();
    Optional<PasswordHistory.Stored> before = UsedPasswords.present(account);
    IdentityOperationResult result = super.saveUser(user);
    if (changes) {
      before.ifPresent(stored -> used.replaced(user.getId(), stored));
      another(user.getId()).ifPresent(who -> resets.note(user.getId(), who));
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

  /** Who is at work, if not the account's owner. */
  private Optional<String> another(String owner) {
    return Optional.ofNullable(getCurrentAuthentication())
        .map(Authentication::getUserId)
        .filter(who -> !who.equals(owner));
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    IdentityOperationResult result = super.deleteUser(userId);
    used.forget(userId);
    return result;
  }

  /** The engine counts what is not right, and makes the next one wait. */
  @Override
  protected boolean matchPassword(String password, UserEntity user) {
    try {
      return outsideOf(user.getId())
          .map(directory -> directory.isRight(user.getId(), password))
          .orElseGet(() -> super.matchPassword(password, user));
    } catch (Refusal unasked) {
      throw RaisedRefusal.raise(unasked);
    }
  }

  /** Simulated people have none; the engine's comparison takes for granted that there is one. */
  private boolean hasPassword(String userId) {
    UserEntity user = findUserById(userId);
    return user != null && (user.getPassword() != null || outsideOf(userId).isPresent());
  }

  private Optional<OutsideDirectory> outsideOf(String userId) {
    return Optional.ofNullable(outside.getIfAvailable())
        .filter(directory -> directory.keeps(userId));
  }

  /** The database refuses to look for some characters, which would be an answer of its own. */
  static boolean canBeKnown(String userId) {
    return userId != null && userId.chars().noneMatch(Character::isISOControl);
  }
}
