package io.touchstone.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Question;
import io.touchstone.answer.abstention.Abstention;
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
  private static final int LONGEST_NOTE = 500;

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
    if (said.under(Abstention.KIND).isPresent()) {
      return Optional.of(abstained(said));
    }
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

  private Answer abstained(WorkDesk.Said said) {
    for (ProjectSettings.Task task : ProjectSettings.Task.values()) {
      if (said.under(task.kind()).isPresent()) {
        throw refused(
            Abstention.KIND.problem(),
            new AnswerFault(
                task.kind().member(),
                "answer-beside-abstention",
                "Whoever gives no answer gives none: send one of both."));
      }
    }
    AnswerReading reading = Abstention.KIND.read(said.under(Abstention.KIND).orElseThrow());
    if (reading instanceof AnswerReading.Refused refused) {
      throw refused(Abstention.KIND.problem(), refused.fault());
    }
    return question.abstained(((AnswerReading.Read) reading).answer());
  }

  /**
   * Why something is not answered, in the person's own words; empty where all is answered.
   *
   * @throws Refusal 422 where it is missing or too long
   */
  static Optional<String> note(Optional<Answer> answer, WorkDesk.Said said) {
    if (answer.filter(Answer::abstains).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> note = said.note().map(String::strip).filter(text -> !text.isEmpty());
    if (note.filter(text -> text.codePointCount(0, text.length()) <= LONGEST_NOTE).isEmpty()) {
      throw refused(
          Abstention.KIND.problem(),
          new AnswerFault(
              WorkDesk.Said.NOTE,
              "note-missing",
              "Say in 1 to 500 characters why you give no answer; a reviewer reads it."));
    }
    return note;
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
