package io.touchstone.platform.engine.cockpit;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves {@code plugin.js} and {@code plugin.css}; the data come from our own controllers. */
@Path("plugin/" + DeidentificationPlugin.ID)
public class DeidentificationPluginResource extends AbstractCockpitPluginRootResource {

  public DeidentificationPluginResource() {
    super(DeidentificationPlugin.ID);
  }
}
