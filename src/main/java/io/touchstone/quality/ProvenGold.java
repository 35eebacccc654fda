package io.touchstone.quality;

import io.touchstone.project.Projects;
import io.touchstone.tasking.ProvenAccuracy;
import java.util.OptionalDouble;
import org.springframework.stereotype.Service;

/** How far people's accuracy on gold is proven, from their first answers since the last talk. */
@Service
class ProvenGold implements ProvenAccuracy {

  private final GoldLookRepository looks;
  private final Projects projects;

  ProvenGold(GoldLookRepository looks, Projects projects) {
    this.looks = looks;
    this.projects = projects;
  }

  @Override
  public OptionalDouble low(String annotatorId, String projectKey) {
    double goldF1 = projects.require(projectKey).settings().leastSpanF1();
    return looks.sinceTalk(annotatorId, projectKey, goldF1).interval().stream()
        .mapToDouble(WilsonInterval::low)
        .findFirst();
  }
}
