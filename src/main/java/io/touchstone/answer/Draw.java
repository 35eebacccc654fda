package io.touchstone.answer;

import java.util.List;

/** Draws that whoever knows the key can repeat: the same words give the same number. */
@FunctionalInterface
public interface Draw {

  /**
   * @param what is drawn; two purposes give independent draws
   * @return from 0, below 1
   */
  double of(String... what);

  /**
   * One of several.
   *
   * @param choices at least one
   */
  default <T> T pick(List<T> choices, String... what) {
    return choices.get((int) (of(what) * choices.size()));
  }
}
