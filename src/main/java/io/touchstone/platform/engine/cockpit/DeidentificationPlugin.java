package io.touchstone.platform.engine.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * The page on which de-identification is tried, for process owners and auditors, who have no
 * Tasklist; Cockpit finds it as a Java service and serves its two assets.
 */
public class DeidentificationPlugin extends AbstractCockpitPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-deidentification";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(DeidentificationPluginResource.class);
  }
}
