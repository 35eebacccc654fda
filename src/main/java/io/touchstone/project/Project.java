package io.touchstone.project;

import java.util.List;

/** A project with a version of its label schema and of its guideline. */
public record Project(
    ProjectSettings settings,
    List<Label> labels,
    int labelSchemaVersion,
    int guidelineVersion,
    String guideline) {

  public Project {
    labels = List.copyOf(labels);
  }

  public String key() {
    return settings.key();
  }

  public ProjectSettings.Task task() {
    return settings.task();
  }

  /** Whether the label schema has a label of this id. */
  public boolean knowsLabel(String id) {
    return labels().stream().anyMatch(label -> label.id().equals(id));
  }
}
