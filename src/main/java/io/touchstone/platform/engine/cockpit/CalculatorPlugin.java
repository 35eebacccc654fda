package io.touchstone.platform.engine.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** The calculator; Cockpit finds it as a Java service and serves its two assets. */
public class CalculatorPlugin extends AbstractCockpitPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-calculator";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(CalculatorPluginResource.class);
  }
}
