package io.touchstone.assist;

import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;

/** Projects in memory: things are red or blue, or drugs and doses are marked. */
final class Colours {

  private Colours() {}

  static Project ofThings() {
    return project(ProjectSettingsBuilder.ofClasses("colours"));
  }

  static Project ofNotes() {
    return project(ProjectSettingsBuilder.ofSpans("colours", false));
  }

  private static Project project(ProjectSettingsBuilder builder) {
    ProjectSettings settings = builder.build();
    return new Project(settings, 1, settings.labels(), 1, 1, "");
  }
}
