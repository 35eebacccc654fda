package io.touchstone.project;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;

/** The projects, for whoever may know them. */
@Api
class ProjectController {

  private final Projects projects;
  private final ProjectAccess access;

  ProjectController(Projects projects, ProjectAccess access) {
    this.projects = projects;
    this.access = access;
  }

  /** The projects that the caller may know. */
  record Listing(List<Entry> projects) {}

  /** One project. */
  record Entry(
      String key,
      String name,
      String description,
      String task,
      List<Label> labels,
      int version,
      int labelSchemaVersion,
      int guidelineVersion) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/projects")
  Listing list(Caller caller) {
    KnownProjects known = access.known(caller);
    return new Listing(
        projects.all().stream()
            .filter(project -> known.include(project.key()))
            .map(ProjectController::entry)
            .toList());
  }

  private static Entry entry(Project project) {
    ProjectSettings settings = project.settings();
    return new Entry(
        project.key(),
        settings.name(),
        settings.description(),
        settings.task().id(),
        project.labels(),
        project.version(),
        project.labelSchemaVersion(),
        project.guidelineVersion());
  }
}
