package io.touchstone.platform.engine.tasklist;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves {@code plugin.js} and {@code plugin.css}; the data come from our own controllers. */
@Path("plugin/" + PagesPlugin.ID)
public class PagesPluginResource extends AbstractTasklistPluginRootResource {

  public PagesPluginResource() {
    super(PagesPlugin.ID);
  }
}
