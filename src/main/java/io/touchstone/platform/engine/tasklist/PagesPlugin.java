package io.touchstone.platform.engine.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** The pages beside the tasks, all in one list; Tasklist finds it as a Java service. */
public class PagesPlugin extends AbstractTasklistPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-pages";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(PagesPluginResource.class);
  }
}
