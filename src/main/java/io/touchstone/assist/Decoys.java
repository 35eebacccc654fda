package io.touchstone.assist;

import io.touchstone.answer.Answer;
import io.touchstone.answer.Question;
import io.touchstone.platform.crypto.Hmac;

/**
 * Wrong answers that a model might have given, drawn by a key: the same for everybody who has the
 * item.
 */
record Decoys(Hmac key, Question question) {

  /**
   * Another answer than the given one.
   *
   * @param purpose what it is for: two purposes give independent draws
   * @param text of the item, as people see it
   */
  Answer other(Answer answer, String purpose, String itemId, String text) {
    return question.decoy(answer, text, what -> key.draw(purpose, itemId, what[0]));
  }
}
