package io.touchstone.annotation;

import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanFault;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Labelling;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a project takes an answer on a text.
 *
 * @param text as the person sees it
 */
record AnswerCheck(Project project, String text) {

  static AnswerCheck of(Project project, String text) {
    return new AnswerCheck(project, text);
  }

  /**
   * The answer as it is stored; empty where nothing is said yet.
   *
   * @throws Refusal 422 with place and reason
   */
  Optional<Labelling> accept(WorkDesk.Answer answer) {
    boolean spans = project.task() == ProjectSettings.Task.SPANS;
    if (spans && answer.label().isPresent()) {
      throw refused(
          new SpanFault(
              "label",
              "label-on-spans",
              "In this project spans are marked; an item has no label."));
    }
    if (!spans && answer.spans().isPresent()) {
      throw refused(
          new SpanFault(
              "spans", "spans-on-label", "In this project an item has one label and no spans."));
    }
    return spans ? answer.spans().map(this::set) : answer.label().map(this::label);
  }

  private Labelling label(String id) {
    if (!project.knowsLabel(id)) {
      throw new Refusal(
          422, "unknown-label", "The label schema of this project has no such label.");
    }
    return new Labelling.ClassLabel(id);
  }

  private Labelling set(List<Span> spans) {
    SpanRules rules = project.settings().spanRules().orElseThrow();
    rules
        .fault(text, spans, project::knowsLabel)
        .ifPresent(
            fault -> {
              throw refused(fault);
            });
    return new Labelling.SpanSet(spans);
  }

  static Refusal refused(SpanFault fault) {
    return new Refusal(
        422,
        "invalid-spans",
        fault.place() + ": " + fault.sentence(),
        Map.of("place", fault.place(), "reason", fault.reason()));
  }
}
