package io.touchstone.platform.engine.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** The auditor's page; Cockpit finds it as a Java service and serves its two assets. */
public class AuditPlugin extends AbstractCockpitPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-audit";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(AuditPluginResource.class);
  }
}
