package io.touchstone.platform.engine.cockpit;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves {@code plugin.js} and {@code plugin.css}; the data come from our own controllers. */
@Path("plugin/" + AuditPlugin.ID)
public class AuditPluginResource extends AbstractCockpitPluginRootResource {

  public AuditPluginResource() {
    super(AuditPlugin.ID);
  }
}
