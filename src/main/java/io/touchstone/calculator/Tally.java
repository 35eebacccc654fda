package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;

/** Collects the judgements of a task of one type and says how far they agree. */
interface Tally {

  /**
   * Takes one judgement.
   *
   * @param label in the form of the type
   * @throws IllegalArgumentException with a sentence, if the label has not this form, or the
   *     annotator judged the item before
   */
  void add(String item, String annotator, JsonNode label);

  /**
   * Memory that {@link #answer} takes at most, beside what each judgement takes.
   *
   * @param annotators distinct ones
   */
  default long bytesToAnswer(int annotators) {
    return 0;
  }

  /**
   * What came out.
   *
   * @throws IllegalArgumentException with a sentence, if there is more to compare than can be
   */
  AgreementAnswer answer(Bootstrap bootstrap);
}
