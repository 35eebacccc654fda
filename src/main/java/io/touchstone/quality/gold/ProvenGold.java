package io.touchstone.quality.gold;

import io.touchstone.project.Project;
import io.touchstone.project.StoredAnswers;
import io.touchstone.statistics.WilsonInterval;
import io.touchstone.tasking.gold.ProvenAccuracy;
import java.util.OptionalDouble;
import org.springframework.stereotype.Service;

/** How far people's accuracy on gold is proven, from their first answers since the last talk. */
@Service
class ProvenGold implements ProvenAccuracy {

  private final GoldLookRepository looks;

  ProvenGold(GoldLookRepository looks) {
    this.looks = looks;
  }

  @Override
  public OptionalDouble low(String annotatorId, Project project) {
    String sameFrom = StoredAnswers.sameFrom(project.question());
    return looks.sinceTalk(annotatorId, project.key(), sameFrom).interval().stream()
        .mapToDouble(WilsonInterval::low)
        .findFirst();
  }
}
