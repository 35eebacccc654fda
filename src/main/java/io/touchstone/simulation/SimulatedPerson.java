package io.touchstone.simulation;

import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.spans.Span;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Labelling;
import java.util.List;
import java.util.Optional;

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
  WorkDesk.Answer answer(
      Hmac seed, String itemKey, Labelling own, Optional<Work.Suggested> suggestion) {
    WorkDesk.Answer mine = WorkDesk.Answer.of(own);
    if (suggestion.isEmpty()) {
      return mine;
    }
    Work.Suggested seen = suggestion.get();
    boolean same = mine.label().equals(seen.label()) && mine.spans().equals(seen.spans());
    boolean unread = seed.draw("bias", id, itemKey) < bias;
    return same || unread ? new WorkDesk.Answer(seen.label(), seen.spans(), true) : mine;
  }

  /**
   * The class this person gives an item by itself; the same each time for the same seed.
   *
   * @param truth its true class
   */
  String label(Hmac seed, String itemKey, String truth, List<String> labels) {
    boolean right = seed.draw("right", id, itemKey) < accuracy;
    return right ? truth : wrong(seed, itemKey, truth, labels);
  }

  /**
   * The spans this person marks in an item; the same each time for the same seed.
   *
   * @param text as the person sees it
   * @param truth its true spans on that text, in order
   */
  List<Span> mark(Hmac seed, String itemKey, String text, List<Span> truth, List<String> labels) {
    return new SpanHand(seed, id, accuracy, itemKey, text, labels).mark(truth);
  }

  /** Half of the mistakes fall on the neighbouring class, the others anywhere: people confuse. */
  private String wrong(Hmac seed, String itemKey, String truth, List<String> labels) {
    List<String> others = labels.stream().filter(label -> !label.equals(truth)).toList();
    if (seed.draw("neighbour", id, itemKey) < 0.5) {
      return others.get(labels.indexOf(truth) % others.size());
    }
    return others.get((int) (seed.draw("which", id, itemKey) * others.size()));
  }

  /** Log-normal around the median, by the Box-Muller transform. */
  double seconds(Hmac seed, String itemKey) {
    double normal =
        Math.sqrt(-2 * Math.log(1 - seed.draw("seconds-1", id, itemKey)))
            * Math.cos(2 * Math.PI * seed.draw("seconds-2", id, itemKey));
    return Math.round(medianSeconds * Math.exp(SPREAD * normal) * 10) / 10.0;
  }
}
