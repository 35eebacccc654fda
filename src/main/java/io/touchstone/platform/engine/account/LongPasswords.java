package io.touchstone.platform.engine.account;

import io.touchstone.platform.engine.RaisedRefusal;
import io.touchstone.platform.security.password.PasswordRules;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Length counts and that no guessing program comes to it soon, not kinds of characters (NIST SP
 * 800-63B, 5.1.1.2); also in Camunda Admin.
 */
public final class LongPasswords implements PasswordPolicy {

  private final UsedPasswords used;

  public LongPasswords(UsedPasswords used) {
    this.used = used;
  }

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(
        new PasswordPolicyLengthRuleImpl(PasswordRules.SHORTEST),
        new NotSoonGuessed(),
        new NotUsedBefore(used));
  }

  /** Asked when an account is stored; of a candidate alone it says nothing, or it would tell. */
  private record NotUsedBefore(UsedPasswords used) implements PasswordPolicyRule {

    @Override
    public String getPlaceholder() {
      return "None that the account had before";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of();
    }

    @Override
    public boolean execute(String candidate) {
      return true;
    }

    @Override
    public boolean execute(String candidate, User user) {
      if (!(user instanceof UserEntity account) || account.getRevision() == 0) {
        return true;
      }
      Optional<Refusal> fault = used.fault(account, candidate);
      fault.ifPresent(RaisedRefusal::raise);
      return fault.isEmpty();
    }
  }

  private static final class NotSoonGuessed implements PasswordPolicyRule {

    /** Camunda Admin shows it as it is, beside the password that is being typed. */
    @Override
    public String getPlaceholder() {
      return "Not soon guessed: no common password, no repeats or rows of keys, no user or product"
          + " name";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of();
    }

    @Override
    public boolean execute(String candidate) {
      return isFit("", candidate);
    }

    @Override
    public boolean execute(String candidate, User user) {
      return isFit(user == null || user.getId() == null ? "" : user.getId(), candidate);
    }

    /** The engine says nothing but "does not match policy"; here is the sentence, if it fails. */
    private static boolean isFit(String userId, String candidate) {
      Optional<Refusal> fault = PasswordRules.fault(userId, candidate);
      fault.ifPresent(RaisedRefusal::raise);
      return fault.isEmpty();
    }
  }
}
