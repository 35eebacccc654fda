package io.touchstone.platform.engine.tasklist;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves {@code plugin.js} and {@code plugin.css}; the data come from our own controllers. */
@Path("plugin/" + DatasetsPlugin.ID)
public class DatasetsPluginResource extends AbstractTasklistPluginRootResource {

  public DatasetsPluginResource() {
    super(DatasetsPlugin.ID);
  }
}
