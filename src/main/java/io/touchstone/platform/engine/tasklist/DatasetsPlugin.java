package io.touchstone.platform.engine.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * The page on which published datasets are found and fetched; Tasklist finds it as a Java service
 * and serves its two assets.
 */
public class DatasetsPlugin extends AbstractTasklistPlugin {

  /** As in the addresses of the assets. */
  static final String ID = "touchstone-datasets";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(DatasetsPluginResource.class);
  }
}
