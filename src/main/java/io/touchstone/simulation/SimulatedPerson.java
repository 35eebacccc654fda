package io.touchstone.simulation;

import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import java.util.Optional;

/**
 * A person who is not one: labels with a known accuracy, drawn from a seed, so that the numbers the
 * product finds can be held against the numbers planted.
 *
 * @param accuracy share of items labelled with the true class, 0 to 1
 * @param medianSeconds active time per item
 * @param bias share of suggestions in view that are taken over unread, 0 to 1
 */
public record SimulatedPerson(
    String id, String shownName, double accuracy, double medianSeconds, double bias) {

  private static final double SPREAD = 0.4;

  /** Somebody who reads each item, whatever is suggested. */
  public SimulatedPerson(String id, String shownName, double accuracy, double medianSeconds) {
    this(id, shownName, accuracy, medianSeconds, 0);
  }

  /**
   * An answer.
   *
   * @param activeSeconds time it took
   * @param accepted given by the key that takes the suggestion over
   */
  record Answer(String label, double activeSeconds, boolean accepted) {}

  /**
   * What this person says of an item; the same each time for the same seed.
   *
   * @param itemKey what names the item in the outside world
   * @param truth its true class
   * @param suggestion what the editor suggests, if it suggests anything
   */
  Answer answer(
      Hmac seed, String itemKey, String truth, List<String> labels, Optional<String> suggestion) {
    boolean right = seed.draw("right", id, itemKey) < accuracy;
    String own = right ? truth : wrong(seed, itemKey, truth, labels);
    boolean unread = suggestion.isPresent() && seed.draw("bias", id, itemKey) < bias;
    String label = unread ? suggestion.get() : own;
    return new Answer(label, seconds(seed, itemKey), suggestion.filter(label::equals).isPresent());
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
  private double seconds(Hmac seed, String itemKey) {
    double normal =
        Math.sqrt(-2 * Math.log(1 - seed.draw("seconds-1", id, itemKey)))
            * Math.cos(2 * Math.PI * seed.draw("seconds-2", id, itemKey));
    return Math.round(medianSeconds * Math.exp(SPREAD * normal) * 10) / 10.0;
  }
}
