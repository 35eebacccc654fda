package io.touchstone.platform.engine;

import io.touchstone.platform.security.Caller;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** In whose name the engine is called; whoever was there before is there again afterwards. */
@Component
public class EngineRights {

  private final IdentityService identity;
  private final ProjectGroups groups;

  EngineRights(IdentityService identity, ProjectGroups groups) {
    this.identity = identity;
    this.groups = groups;
  }

  /** With the engine's own rights: who may cause it was decided before. */
  public <T> T asSystem(Supplier<T> work) {
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  /** With the rights of a person, whose name then stands in the engine's history. */
  public void as(Caller caller, Runnable work) {
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthentication(caller.id(), groups.of(caller));
    try {
      work.run();
    } finally {
      restore(before);
    }
  }

  private void restore(Authentication before) {
    if (before == null) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(before);
    }
  }
}
