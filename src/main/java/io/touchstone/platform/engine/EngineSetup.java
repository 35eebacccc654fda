package io.touchstone.platform.engine;

import io.touchstone.platform.TouchstoneSettings;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.stereotype.Component;

/** What of the engine cannot be set by properties. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  private final UserTaskGuard guard;
  private final PipelineEndListener end;
  private final boolean seeded;

  EngineSetup(
      CompleteListener complete,
      AssignmentListener assignment,
      DeleteListener delete,
      PipelineEndListener end,
      TouchstoneSettings settings) {
    this.end = end;
    this.seeded = settings.givenSeed().isPresent();
    this.guard = new UserTaskGuard(complete, assignment, delete);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setPasswordEncryptor(SlowPasswordHash.of(seeded));
    engine.setIdentityProviderSessionFactory(new GenericManagerFactory(EvenIdentityProvider.class));
    engine.setPasswordPolicy(new LongPasswords());
    engine.setEnablePasswordPolicy(true);
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(guard);
    listeners.add(end.guard());
    engine.setCustomPostBPMNParseListeners(listeners);
  }
}
