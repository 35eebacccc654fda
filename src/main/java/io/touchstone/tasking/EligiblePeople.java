package io.touchstone.tasking;

import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.project.Project;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may be given items of a project. */
@Component
public class EligiblePeople {

  private final Workforce workforce;
  private final Directory directory;
  private final ProjectAccess access;

  EligiblePeople(Workforce workforce, Directory directory, ProjectAccess access) {
    this.workforce = workforce;
    this.directory = directory;
    this.access = access;
  }

  /** Those who may do work of that kind. */
  public List<Annotator> of(WorkPackage.Kind kind, Project project) {
    return kind == WorkPackage.Kind.ANNOTATION ? annotators(project) : reviewers(project);
  }

  /** Those who may label. */
  public List<Annotator> annotators(Project project) {
    return workforce.eligible(project, directory.members(Role.ANNOTATOR));
  }

  /** Nobody decides on items of a project that she may not know. */
  public List<Annotator> reviewers(Project project) {
    return workforce.eligible(
        project, access.knowing(project.key(), directory.members(Role.REVIEWER)));
  }
}
