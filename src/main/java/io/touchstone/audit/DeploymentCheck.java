package io.touchstone.audit;

import io.touchstone.audit.RecordingRepository.Beginning;
import io.touchstone.platform.engine.process.ProcessSet;
import io.touchstone.platform.engine.process.ProcessSets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Compares the deployed sets of processes, file by file, with the events of their deployment. */
@Service
class DeploymentCheck {

  static final String ACTION = "processes_deployed";
  static final String OBJECT = "deployment:";
  private static final String KIND = "process-set";

  private final RecordingRepository events;
  private final ProcessSets sets;

  DeploymentCheck(RecordingRepository events, ProcessSets sets) {
    this.events = events;
    this.sets = sets;
  }

  /** Within a transaction that sees one state of the database. */
  RowCheck.Found check(Beginning beginning) {
    Map<String, String> said = new HashMap<>(events.deployed(ACTION));
    long covered = 0;
    long older = 0;
    for (ProcessSet set : sets.all()) {
      Optional<String> hash = Optional.ofNullable(said.remove(OBJECT + set.deploymentId()));
      if (hash.isEmpty() && beginning.deployments().contains(set.deploymentId())) {
        older++;
      } else if (hash.isEmpty()) {
        return found(covered, older, set, "was deployed without an event");
      } else if (!hash.get().equals(set.sha256())) {
        return found(covered, older, set, "has other files than when it was deployed");
      } else {
        covered++;
      }
    }
    Optional<RowDifference> removed =
        said.keySet().stream()
            .sorted()
            .findFirst()
            .map(object -> difference(object.substring(OBJECT.length()), "was removed"));
    return new RowCheck.Found(List.of(new Coverage(KIND, covered, older)), removed);
  }

  private static RowCheck.Found found(long covered, long older, ProcessSet set, String what) {
    return new RowCheck.Found(
        List.of(new Coverage(KIND, covered, older)),
        Optional.of(difference(set.deploymentId(), what)));
  }

  private static RowDifference difference(String deployment, String what) {
    return new RowDifference(
        KIND,
        Optional.empty(),
        "The set of processes with the deployment %s %s.".formatted(deployment, what));
  }
}
