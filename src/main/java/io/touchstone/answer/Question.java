package io.touchstone.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about each item: a kind of answer with what the project says about it. */
public interface Question {

  /** The kind of its answers. */
  AnswerKind kind();

  /** The question of a project that asks one. */
  String ONLY = "answer";

  /**
   * One question, which is counted and settled by itself.
   *
   * @param id under which its answers are kept
   * @param ask the sentence that people read; empty where there is no other question
   */
  record Part(String id, String ask, Question question) {}

  /** The questions that it consists of, in their order: itself, where it is one. */
  default List<Part> parts() {
    return List.of(new Part(ONLY, "", this));
  }

  /**
   * Which parts are asked on condition, in their order, as the function {@code
   * touchstone.answers_asked} takes it: {@code [{"question": "b", "when": "a", "labels": ["x"]}]}.
   */
  default String conditions() {
    return "[]";
  }

  /** Ids of the labels to choose from, in their order. */
  List<String> labels();

  /**
   * Takes an answer that was sent, or says what is wrong with it first, in the order in which it
   * was sent.
   */
  AnswerReading take(JsonNode sent, AnsweredText text);

  /** As {@link #take}, of an answer that somebody is still at, so that parts may be missing. */
  default AnswerReading takeDraft(JsonNode sent, AnsweredText text) {
    return take(sent, text);
  }

  /**
   * What is kept where somebody gives no answer.
   *
   * @param abstained says so, and why
   */
  default Answer abstained(Answer abstained) {
    return abstained;
  }

  /** Whether nothing is missing in an answer that {@link #takeDraft} takes. */
  default boolean isComplete(Answer answer) {
    return true;
  }

  /**
   * The first fault of an answer of this kind; nothing if it can be taken.
   *
   * @param text of the item, as the person sees it
   */
  Optional<AnswerFault> fault(Answer answer, String text);

  /**
   * From where on two answers count as the same; what is measured, the kind says: of sets the F1
   * that they must reach, 0 to 1, of points of a scale their greatest distance.
   */
  double sameFrom();

  /** What its editor must know of the project's rules beside the labels; nothing by default. */
  default Map<String, Object> rulesShown() {
    return Map.of();
  }

  /** Counts what people answered, to tell how far they agree. */
  AgreementCounts counted(GivenAnswers given);

  /**
   * Another answer than the given one, as a model might have given it.
   *
   * @param text of the item, as people see it
   */
  Answer decoy(Answer answer, String text, Draw draw);

  /**
   * What somebody answers who is right with a probability, and otherwise errs as people do.
   *
   * @param truth the right answer on that text
   * @param accuracy 0 to 1, of each single thing that there is to say
   */
  Answer mistaken(Answer truth, String text, double accuracy, Draw draw);

  /** The answer for an item of which nobody has told the truth: the same for everybody. */
  Answer imagined(Draw draw);
}
