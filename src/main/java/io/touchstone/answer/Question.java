package io.touchstone.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about each item: a kind of answer with what the project says about it. */
public interface Question {

  /** The kind of its answers. */
  AnswerKind kind();

  /** Ids of the labels to choose from, in their order. */
  List<String> labels();

  /**
   * Takes an answer that was sent, or says what is wrong with it first, in the order in which it
   * was sent.
   */
  AnswerReading take(JsonNode sent, AnsweredText text);

  /**
   * The first fault of an answer of this kind; nothing if it can be taken.
   *
   * @param text of the item, as the person sees it
   */
  Optional<AnswerFault> fault(Answer answer, String text);

  /**
   * From which agreement on two answers count as the same, 0 to 1; 1 where only equal ones do. What
   * agreement is, the kind says: of sets of spans it is exact F1.
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
