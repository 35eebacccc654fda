package io.touchstone.platform.engine.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** A person's own password; Tasklist finds it as a Java service and serves its two assets. */
public class AccountPlugin extends AbstractTasklistPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-account";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(AccountPluginResource.class);
  }
}
