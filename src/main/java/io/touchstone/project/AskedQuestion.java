package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.sheet.Condition;
import io.touchstone.answer.sheet.SheetPart;
import io.touchstone.answer.spans.SpanRules;
import java.util.List;
import java.util.Optional;

/**
 * One of several questions of a project.
 *
 * @param id kebab case; its answers are kept under it
 * @param ask the sentence that people read
 * @param kind of its answers
 * @param labels ids of those labels of the project that it is answered with, in their order
 * @param required whether it must be answered where it is asked
 * @param when only then it is asked
 * @param spanRules present exactly where the kind is spans
 * @param classesRules present exactly where the kind is classes
 * @param scale present exactly where the kind is scale
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AskedQuestion(
    String id,
    String ask,
    ProjectSettings.Task kind,
    List<String> labels,
    boolean required,
    Optional<Condition> when,
    Optional<SpanRules> spanRules,
    Optional<ClassesRules> classesRules,
    Optional<ScaleRules> scale) {

  public AskedQuestion {
    labels = List.copyOf(labels);
  }

  /** As people are asked it. */
  SheetPart part() {
    return new SheetPart(
        id, ask, ProjectSettings.question(labels, spanRules, classesRules, scale), required, when);
  }
}
