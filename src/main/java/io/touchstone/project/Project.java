package io.touchstone.project;

import io.touchstone.answer.Question;
import java.util.List;

/**
 * A version of a project, with one of its label schema and of its guideline.
 *
 * @param version of the settings, from 1
 */
public record Project(
    ProjectSettings settings,
    int version,
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

  /** What is asked about each item. */
  public Question question() {
    return settings.question(labels.stream().map(Label::id).toList());
  }

  /** What a batch that begins now is read through. */
  public Pins pins() {
    return new Pins(key(), version, labelSchemaVersion, guidelineVersion);
  }

  /** Whether the label schema has a label of this id. */
  public boolean knowsLabel(String id) {
    return labels().stream().anyMatch(label -> label.id().equals(id));
  }
}
