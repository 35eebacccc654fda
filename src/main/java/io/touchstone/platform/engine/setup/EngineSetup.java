package io.touchstone.platform.engine.setup;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.engine.account.EvenIdentityProvider;
import io.touchstone.platform.engine.account.LongPasswords;
import io.touchstone.platform.engine.account.SlowPasswordHash;
import io.touchstone.platform.engine.account.UsedPasswords;
import io.touchstone.platform.engine.code.CodeCheck;
import io.touchstone.platform.engine.code.CodeGuard;
import io.touchstone.platform.engine.code.NamedCode;
import io.touchstone.platform.engine.code.NamedExpressions;
import io.touchstone.platform.engine.code.NoScripts;
import io.touchstone.platform.engine.process.PipelineEndListener;
import io.touchstone.platform.engine.task.UserTaskGuard;
import io.touchstone.platform.security.OutsideDirectory;
import io.touchstone.platform.security.password.PasswordResets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What of the engine cannot be set by properties. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  private final UserTaskGuard guard;
  private final NamedCode code;
  private final CodeGuard codeGuard;
  private final PasswordResets resets;
  private final UsedPasswords used;
  private final ObjectProvider<OutsideDirectory> outside;
  private final PipelineEndListener end;
  private final boolean seeded;

  EngineSetup(
      UserTaskGuard guard,
      PipelineEndListener end,
      NamedCode code,
      CodeCheck check,
      PasswordResets resets,
      UsedPasswords used,
      ObjectProvider<OutsideDirectory> outside,
      TouchstoneSettings settings) {
    this.end = end;
    this.seeded = settings.givenSeed().isPresent();
    this.guard = guard;
    this.code = code;
    this.codeGuard = new CodeGuard(check);
    this.resets = resets;
    this.used = used;
    this.outside = outside;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new NamedExpressions(code));
    engine.setScriptEngineResolver(new NoScripts());
    engine.setPasswordEncryptor(SlowPasswordHash.of(seeded));
    engine.setIdentityProviderSessionFactory(
        new EvenIdentityProvider.Factory(resets, used, outside));
    engine.setPasswordPolicy(new LongPasswords(used));
    engine.setEnablePasswordPolicy(true);
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(guard);
    listeners.add(codeGuard);
    listeners.add(end.guard());
    engine.setCustomPostBPMNParseListeners(listeners);
  }
}
