package io.touchstone.tasking.gold;

import io.touchstone.project.Project;
import java.util.OptionalDouble;

/** Knows how far a person's accuracy on gold is proven; quality does. */
public interface ProvenAccuracy {

  /**
   * Lower end of the 95 % interval of the person's accuracy on the project's gold, over first
   * answers since the last talk; empty without any.
   */
  OptionalDouble low(String annotatorId, Project project);
}
