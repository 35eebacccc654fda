package io.touchstone.health.standing;

import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.GateDecision;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.workforce.Workforce;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Which people a batch lacks. */
@Service
class Shortages {

  private static final String GATE = "gate-task-creation";

  private final Batches batches;
  private final Projects projects;
  private final Workforce workforce;
  private final Directory directory;
  private final ShortageRepository repository;

  Shortages(
      Batches batches,
      Projects projects,
      Workforce workforce,
      Directory directory,
      ShortageRepository repository) {
    this.batches = batches;
    this.projects = projects;
    this.workforce = workforce;
    this.directory = directory;
    this.repository = repository;
  }

  /**
   * The shortage that the batch's latest task creation found; empty if it found none.
   *
   * @param gates of the batch, oldest first
   */
  Optional<Shortage> of(List<GateDecision> gates) {
    return gates.stream()
        .filter(gate -> gate.decisionKey().equals(GATE))
        .reduce((earlier, later) -> later)
        .filter(gate -> number(gate, "shortItems") > 0)
        .map(gate -> shortage(projects.of(batches.require(gate.batchId()).pins()), gate));
  }

  private Shortage shortage(Project project, GateDecision gate) {
    Set<String> members = directory.members(Role.ANNOTATOR);
    ShortageRepository.Reasons reasons =
        repository.reasons(project.key(), project.settings().skill(), members);
    return new Shortage(
        number(gate, "itemCount"),
        number(gate, "shortItems"),
        project.settings().annotatorsPerItem(),
        workforce.eligible(project, members).size(),
        reasons.absent(),
        reasons.unskilled(),
        reasons.conflicted(),
        gate.at());
  }

  private static long number(GateDecision gate, String input) {
    return gate.inputs().get(input) instanceof Number number ? number.longValue() : 0;
  }
}
