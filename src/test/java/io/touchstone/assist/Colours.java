package io.touchstone.assist;

import io.touchstone.answer.spans.SpanRules;
import io.touchstone.project.Label;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Splits;
import java.util.List;
import java.util.Optional;

/** Projects in memory: things are red or blue, or drugs and doses are marked. */
final class Colours {

  private Colours() {}

  static Project ofThings() {
    return project(
        ProjectSettings.Task.CLASSIFICATION,
        Optional.empty(),
        List.of(new Label("red", "Red", ""), new Label("blue", "Blue", "")));
  }

  static Project ofNotes() {
    return project(
        ProjectSettings.Task.SPANS,
        Optional.of(new SpanRules(false, 0.8)),
        List.of(new Label("drug", "Drug", ""), new Label("dose", "Dose", "")));
  }

  private static Project project(
      ProjectSettings.Task task, Optional<SpanRules> rules, List<Label> labels) {
    ProjectSettings settings =
        new ProjectSettings(
            "colours",
            "Colours",
            "",
            task,
            ProjectSettings.Deidentification.STANDARD,
            Optional.empty(),
            labels,
            "",
            1,
            1,
            0,
            10,
            10,
            0,
            List.of(),
            0.05,
            "CC0-1.0",
            "",
            "",
            rules,
            ProjectSettings.DEFAULT_AQL,
            ProjectSettings.ByContext.DEFAULT,
            Optional.empty(),
            Splits.NONE,
            Optional.empty());
    return new Project(settings, 1, labels, 1, 1, "");
  }
}
