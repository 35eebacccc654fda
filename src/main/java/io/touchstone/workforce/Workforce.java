package io.touchstone.workforce;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.Days;
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
  private final Days days;
  private final AuditTrail audit;

  Workforce(AnnotatorRepository annotators, Days days, AuditTrail audit) {
    this.annotators = annotators;
    this.days = days;
    this.audit = audit;
  }

  /** Adds a person or brings what is known about them up to date. */
  @Transactional
  public void register(Annotator annotator, String actor) {
    annotators.upsert(annotator, days.today());
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
   * @param until the day on which the person is expected back; said to people
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

  /** Lets a department label a project again. */
  @Transactional
  public void withdrawConflict(String projectKey, String department, String actor) {
    if (annotators.deleteConflict(projectKey, department)) {
      audit.record(
          actor, "conflict_withdrawn", "project:" + projectKey, Map.of("department", department));
    }
  }

  /**
   * Gives a person a skill, or another level of it.
   *
   * @param level above 0 to 1
   */
  @Transactional
  public void giveSkill(String annotatorId, String skill, double level, String actor) {
    annotators.upsertSkill(annotatorId, skill, level, days.today());
    audit.record(
        actor, "skill_given", "annotator:" + annotatorId, Map.of("skill", skill, "level", level));
  }

  /** Takes a skill from a person who has it. */
  @Transactional
  public void takeSkill(String annotatorId, String skill, String actor) {
    if (annotators.deleteSkill(annotatorId, skill)) {
      audit.record(actor, "skill_taken", "annotator:" + annotatorId, Map.of("skill", skill));
    }
  }

  /** Moves a person to a department. */
  @Transactional
  public void setDepartment(String annotatorId, String department, String actor) {
    annotators.setDepartment(annotatorId, department);
    audit.record(
        actor, "department_set", "annotator:" + annotatorId, Map.of("department", department));
  }

  /** The days on which levels of skills were given, by person and skill, where they were noted. */
  public Map<String, Map<String, LocalDate>> skillsSince() {
    return annotators.skillsSince();
  }

  /** The days on which those who are away are expected back, where they were said. */
  public Map<String, LocalDate> absentUntil() {
    return annotators.absentUntil();
  }

  /** Departments that do not label a project. */
  public Set<String> conflicts(String projectKey) {
    return annotators.conflicts(projectKey);
  }

  /** All who are known, by id. */
  public List<Annotator> everybody() {
    return annotators.findAll();
  }

  public Optional<Annotator> find(String annotatorId) {
    return annotators.find(annotatorId);
  }

  /**
   * The people who may label items of a project: here today, available, skilled, themselves and
   * their department in no conflict with it, and among the given users; ordered by id.
   *
   * @param members user ids with the role that the work needs
   */
  public List<Annotator> eligible(Project project, Set<String> members) {
    Set<String> conflicts = annotators.conflicts(project.key());
    Set<String> barred = annotators.barred(project.key(), days.today());
    return annotators.findAll().stream()
        .filter(annotator -> members.contains(annotator.id()))
        .filter(annotator -> !barred.contains(annotator.id()))
        .filter(Annotator::available)
        .filter(annotator -> annotator.skills().containsKey(project.settings().skill()))
        .filter(annotator -> !conflicts.contains(annotator.department()))
        .toList();
  }
}
