package io.touchstone.platform.engine.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** The privacy officer's page; Tasklist finds it as a Java service and serves its two assets. */
public class ManifestsPlugin extends AbstractTasklistPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-manifests";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(ManifestsPluginResource.class);
  }
}
