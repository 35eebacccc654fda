package io.touchstone.project;

import java.util.List;

/**
 * A project as it stands now, with the versions of schema and guideline that new batches begin
 * under.
 */
public record Project(
    ProjectSettings settings, int labelSchemaVersion, int guidelineVersion, String guideline) {

  public String key() {
    return settings.key();
  }

  public List<Label> labels() {
    return settings.labels();
  }

  /** Whether the label schema has a label of this id. */
  public boolean knowsLabel(String id) {
    return labels().stream().anyMatch(label -> label.id().equals(id));
  }
}
