package io.touchstone.platform.engine.cockpit;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves {@code plugin.js} and {@code plugin.css}; the data come from our own controller. */
@Path("plugin/" + CalculatorPlugin.ID)
public class CalculatorPluginResource extends AbstractCockpitPluginRootResource {

  public CalculatorPluginResource() {
    super(CalculatorPlugin.ID);
  }
}
