package io.touchstone.platform.engine.tasklist;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves {@code plugin.js} and {@code plugin.css}; the data come from our own controllers. */
@Path("plugin/" + PeoplePlugin.ID)
public class PeoplePluginResource extends AbstractTasklistPluginRootResource {

  public PeoplePluginResource() {
    super(PeoplePlugin.ID);
  }
}
