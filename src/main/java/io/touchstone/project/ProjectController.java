package io.touchstone.project;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;

/** The projects, for whoever is logged in. */
@Api
class ProjectController {

  private final Projects projects;

  ProjectController(Projects projects) {
    this.projects = projects;
  }

  /** All projects. */
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

  @GetMapping("/projects")
  Listing list(Caller caller) {
    return new Listing(projects.all().stream().map(ProjectController::entry).toList());
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
