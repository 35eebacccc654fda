package io.touchstone.project.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettings.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys that say how one question is answered: its labels, and the rules of its kind.
 *
 * @param whose of whom the kind is, for sentences: "a project whose task is"
 */
record QuestionSection(Complaints yaml, String whose) {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** The keys as they may stand there; what is absent is null here and nowhere else. */
  record Raw(
      List<Label> labels,
      Boolean overlappingSpans,
      Double goldSpanF1,
      Boolean noneAllowed,
      Double goldClassesF1,
      JsonNode scale) {

    /** Whether nothing is said at all. */
    boolean isEmpty() {
      return Stream.of(labels, overlappingSpans, goldSpanF1, noneAllowed, goldClassesF1, scale)
          .allMatch(each -> each == null);
    }
  }

  /** What they say. */
  record Asked(
      List<Label> labels,
      Optional<SpanRules> spanRules,
      Optional<ClassesRules> classesRules,
      Optional<ScaleRules> scale) {

    static final Asked NOTHING =
        new Asked(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Asked read(Raw raw, Task kind) {
    Optional<ScaleRules> scale = new ScaleSection(yaml, whose).read(raw.scale(), kind);
    yaml.check(
        "labels",
        scale.isEmpty() || raw.labels() == null || raw.labels().isEmpty(),
        "are made of the points of the scale; leave them out");
    List<Label> labels =
        scale.map(ScaleSection::labels).orElseGet(() -> labels(raw.labels(), kind));
    return new Asked(labels, spanRules(raw, kind), classesRules(raw, kind), scale);
  }

  private Optional<SpanRules> spanRules(Raw raw, Task kind) {
    if (kind == ProjectSettings.Task.SPANS) {
      double goldF1 =
          raw.goldSpanF1() == null
              ? SpanRules.DEFAULT_GOLD_F1
              : yaml.number("goldSpanF1", raw.goldSpanF1(), 0.01, 1);
      return Optional.of(new SpanRules(Boolean.TRUE.equals(raw.overlappingSpans()), goldF1));
    }
    String only = "is only for " + whose + " spans";
    yaml.check("overlappingSpans", raw.overlappingSpans() == null, only);
    yaml.check("goldSpanF1", raw.goldSpanF1() == null, only);
    return Optional.empty();
  }

  private Optional<ClassesRules> classesRules(Raw raw, Task kind) {
    if (kind == ProjectSettings.Task.CLASSES) {
      double goldF1 =
          raw.goldClassesF1() == null
              ? ClassesRules.DEFAULT.goldF1()
              : yaml.number("goldClassesF1", raw.goldClassesF1(), 0.01, 1);
      return Optional.of(new ClassesRules(Boolean.TRUE.equals(raw.noneAllowed()), goldF1));
    }
    String only = "is only for " + whose + " classes";
    yaml.check("noneAllowed", raw.noneAllowed() == null, only);
    yaml.check("goldClassesF1", raw.goldClassesF1() == null, only);
    return Optional.empty();
  }

  private List<Label> labels(List<Label> raw, Task kind) {
    List<Label> labels =
        Stream.ofNullable(raw)
            .flatMap(List::stream)
            .map(
                label ->
                    new Label(
                        orEmpty(label.id()),
                        orEmpty(label.name()),
                        orEmpty(label.hint()),
                        label.highRisk(),
                        label.colour(),
                        label.key()))
            .toList();
    int fewest = kind.kind().fewestLabels();
    yaml.check(
        "labels",
        labels.size() >= fewest && labels.size() <= Label.MOST,
        "must be " + (fewest == 1 ? "one" : "two") + " to 1,000 labels");
    Set<String> ids = new HashSet<>();
    for (Label label : labels) {
      yaml.check(
          "labels",
          KEBAB.matcher(label.id()).matches() && ids.add(label.id()),
          "have an id that is repeated or not in small letters, digits and hyphens: " + label.id());
      yaml.check(
          "labels",
          label.colour().isEmpty() || Label.COLOURS.contains(label.colour().get()),
          "have a colour that is not known; choose of " + Label.COLOURS + ": " + label.id());
      yaml.check("labels", !label.name().isBlank(), "have a label without a name: " + label.id());
    }
    LabelKeys.check(labels, kind.kind(), complaint -> yaml.check("labels", false, complaint));
    return labels;
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
