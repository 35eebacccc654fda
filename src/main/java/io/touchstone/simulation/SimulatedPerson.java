package io.touchstone.simulation;

import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.Question;
import io.touchstone.platform.crypto.Hmac;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person who is not one: labels with a known accuracy, drawn from a seed, so that the numbers the
 * product finds can be held against the numbers planted.
 *
 * @param accuracy share of items labelled with the true class, 0 to 1
 * @param medianSeconds active time per item
 * @param bias share of suggestions in view that are taken over unread, 0 to 1
 * @param accuracyAfterTalk as accuracy, from a talk about the guideline on
 */
public record SimulatedPerson(
    String id,
    String shownName,
    double accuracy,
    double medianSeconds,
    double bias,
    double accuracyAfterTalk) {

  private static final double SPREAD = 0.4;

  /** Somebody who reads each item, whatever is suggested. */
  public SimulatedPerson(String id, String shownName, double accuracy, double medianSeconds) {
    this(id, shownName, accuracy, medianSeconds, 0);
  }

  /** Somebody whom no talk changes. */
  public SimulatedPerson(
      String id, String shownName, double accuracy, double medianSeconds, double bias) {
    this(id, shownName, accuracy, medianSeconds, bias, accuracy);
  }

  /** The same person after a talk: what was right before is right again. */
  SimulatedPerson afterTalk() {
    return new SimulatedPerson(
        id, shownName, accuracyAfterTalk, medianSeconds, bias, accuracyAfterTalk);
  }

  /**
   * What this person answers: the own opinion, or the suggestion unread; the same each time for the
   * same seed. Who is of the suggestion's opinion takes it over by its key.
   *
   * @param itemKey what names the item in the outside world
   * @param suggestion what the editor suggests, if it suggests anything
   */
  WorkDesk.Said answer(Hmac seed, String itemKey, Answer own, Optional<Work.Suggested> suggestion) {
    WorkDesk.Said mine = WorkDesk.Said.of(own);
    if (suggestion.isEmpty()) {
      return mine;
    }
    Answer seen = suggestion.get().answer();
    boolean unread = seed.draw("bias", id, itemKey) < bias;
    return own.equals(seen) || unread ? WorkDesk.Said.of(seen).takenOver() : mine;
  }

  /**
   * What this person answers without a suggestion; the same each time for the same seed.
   *
   * @param truth the right answer on the text
   * @param text as the person sees it
   */
  Answer own(Hmac seed, String itemKey, Answer truth, Question question, String text) {
    return question.mistaken(truth, text, accuracy, what -> seed.draw(drawn(what, itemKey)));
  }

  /** What is drawn, by whom and for which item; then which part of it. */
  private String[] drawn(String[] what, String itemKey) {
    return Stream.concat(Stream.of(what[0], id, itemKey), Stream.of(what).skip(1))
        .toArray(String[]::new);
  }

  /** Log-normal around the median, by the Box-Muller transform. */
  double seconds(Hmac seed, String itemKey) {
    double normal =
        Math.sqrt(-2 * Math.log(1 - seed.draw("seconds-1", id, itemKey)))
            * Math.cos(2 * Math.PI * seed.draw("seconds-2", id, itemKey));
    return Math.round(medianSeconds * Math.exp(SPREAD * normal) * 10) / 10.0;
  }
}
