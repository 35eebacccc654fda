package io.touchstone.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Question;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a project takes an answer on a text.
 *
 * @param text as the person sees it
 */
record AnswerCheck(Question question, String text) {

  private static final int UNPROCESSABLE = 422;

  static AnswerCheck of(Project project, String text) {
    return new AnswerCheck(project.question(), text);
  }

  /**
   * The answer as it is stored, of several questions as far as they are answered; empty where
   * nothing is said yet.
   *
   * @throws Refusal 422 with place and reason
   */
  Optional<Answer> accept(WorkDesk.Said said) {
    AnswerKind kind = question.kind();
    for (ProjectSettings.Task other : ProjectSettings.Task.values()) {
      if (other.kind() != kind && said.under(other.kind()).isPresent()) {
        throw refused("other-answer", otherKind(kind, other.kind().member()));
      }
    }
    return said.under(kind).map(this::answer);
  }

  /** Whether nothing more is to be said, where something is. */
  boolean isComplete(Optional<Answer> said) {
    return said.map(question::isComplete).orElse(true);
  }

  private static AnswerFault otherKind(AnswerKind asked, String sent) {
    return new AnswerFault(
        sent,
        sent + "-on-" + asked.member(),
        "In this project " + asked.doing() + "; \"" + sent + "\" is no answer to that.");
  }

  private Answer answer(JsonNode sent) {
    AnswerReading reading = question.takeDraft(sent, AnsweredText.shown(text));
    if (reading instanceof AnswerReading.Refused refused) {
      throw refused(question.kind().problem(), refused.fault());
    }
    return ((AnswerReading.Read) reading).answer();
  }

  private static Refusal refused(String problem, AnswerFault fault) {
    return new Refusal(
        UNPROCESSABLE,
        problem,
        fault.place() + ": " + fault.sentence(),
        Map.of("place", fault.place(), "reason", fault.reason()));
  }
}
