package io.touchstone.workforce;

import io.touchstone.audit.AuditTrail;
import io.touchstone.project.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may work on what. */
@Service
public class Workforce {

  private final AnnotatorRepository annotators;
  private final AuditTrail audit;

  Workforce(AnnotatorRepository annotators, AuditTrail audit) {
    this.annotators = annotators;
    this.audit = audit;
  }

  /** Adds a person or brings what is known about them up to date. */
  @Transactional
  public void register(Annotator annotator, String actor) {
    annotators.upsert(annotator);
    audit.record(
        actor,
        "annotator_registered",
        "annotator:" + annotator.id(),
        Map.of("department", annotator.department(), "simulated", annotator.simulated()));
  }

  /** Sets whether new work may be planned for the person. */
  @Transactional
  public void setAvailable(String annotatorId, boolean available, String actor) {
    annotators.setAvailable(annotatorId, available, Optional.empty());
    audit.record(
        actor,
        available ? "annotator_available" : "annotator_absent",
        "annotator:" + annotatorId,
        Map.of());
  }

  /**
   * Notes that the person is away: nothing new is planned or offered.
   *
   * @param until the day on which the person is expected back; said to people, nothing acts on it
   */
  @Transactional
  public void setAbsent(String annotatorId, Optional<LocalDate> until, String actor) {
    annotators.setAvailable(annotatorId, false, until);
    audit.record(
        actor,
        "annotator_absent",
        "annotator:" + annotatorId,
        until.map(day -> Map.of("until", day.toString())).orElse(Map.of()));
  }

  /** Keeps a department from labelling a project whose items come from it. */
  @Transactional
  public void declareConflict(String projectKey, String department, String actor) {
    annotators.insertConflict(projectKey, department);
    audit.record(
        actor, "conflict_declared", "project:" + projectKey, Map.of("department", department));
  }

  /** All who are known, by id. */
  public List<Annotator> everybody() {
    return annotators.findAll();
  }

  public Optional<Annotator> find(String annotatorId) {
    return annotators.find(annotatorId);
  }

  /**
   * The people who may label items of a project: available, skilled, of no department in conflict,
   * and among the given users; ordered by id.
   *
   * @param members user ids with the role that the work needs
   */
  public List<Annotator> eligible(Project project, Set<String> members) {
    Set<String> conflicts = annotators.conflicts(project.key());
    return annotators.findAll().stream()
        .filter(annotator -> members.contains(annotator.id()))
        .filter(Annotator::available)
        .filter(annotator -> annotator.skills().containsKey(project.settings().skill()))
        .filter(annotator -> !conflicts.contains(annotator.department()))
        .toList();
  }
}
