package io.touchstone.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a person, a verdict, a model or a gold line says of an item. Equal answers are equal values.
 */
public interface Answer {

  /** The kind it is of. */
  AnswerKind kind();

  /** As it stands in JSON under {@link AnswerKind#member()}; equal answers are equal bytes. */
  JsonNode json();

  /** As rows keep it: {@link #json()} without the text that it quotes, which is the item's. */
  default JsonNode stored() {
    return json();
  }

  /** Whether it says, of one question at least, that there is no answer. */
  default boolean abstains() {
    return false;
  }

  /** Label ids in it, once for each time it names one. */
  List<String> labels();

  /** The same answer under other label ids. */
  Answer relabelled(UnaryOperator<String> newId);

  /** What it quotes of the text; nothing where it names no places. */
  default List<String> quoted() {
    return List.of();
  }

  /** The answer on the cleaned text; the same where it names no places. */
  default Carried carried(Passage passage) {
    return new Carried(this, List.of());
  }

  /**
   * An answer on the cleaned text.
   *
   * @param answer without the parts that were lost
   * @param lost parts that touch what was removed; each says which it is, "the span from 3 to 9"
   */
  record Carried(Answer answer, List<String> lost) {

    public Carried {
      lost = List.copyOf(lost);
    }
  }

  /** Where places of a text stand in its cleaned form. */
  interface Passage {

    /** The stretch on the cleaned text; nothing for one that touches what was removed. */
    Optional<Stretch> carried(Stretch raw);
  }

  /**
   * A stretch of a text.
   *
   * @param start first code point, from 0
   * @param end the code point after the last one
   * @param text what stands there
   */
  record Stretch(int start, int end, String text) {}

  /**
   * Classes that this answer has otherwise than the expected one.
   *
   * @param expected an answer of the same kind
   */
  List<Confused> confusedWith(Answer expected);

  /**
   * A class for which another was taken.
   *
   * @param expected label id
   * @param given id of the label that was given instead; nothing where it was left out
   */
  record Confused(String expected, Optional<String> given) {}
}
