package io.touchstone.platform.engine.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** The page People; Tasklist finds it as a Java service and serves its two assets. */
public class PeoplePlugin extends AbstractTasklistPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-people";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(PeoplePluginResource.class);
  }
}
