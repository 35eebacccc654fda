package io.touchstone.platform.engine;

import io.touchstone.platform.security.PasswordRules;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/** Length counts, not kinds of characters (NIST SP 800-63B, 5.1.1.2); also in Camunda Admin. */
final class LongPasswords implements PasswordPolicy {

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(new PasswordPolicyLengthRuleImpl(PasswordRules.SHORTEST));
  }
}
