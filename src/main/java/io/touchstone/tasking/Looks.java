package io.touchstone.tasking;

/** Looks at what people have submitted, after it is stored; quality does. */
public interface Looks {

  /**
   * Looks at what the person has submitted since the last time. Repeating it changes nothing.
   *
   * @param personId anybody; of those who have submitted nothing there is nothing to see
   */
  void lookAt(String personId);

  /** Looks at everybody who has submitted something of a batch, before the batch goes on. */
  void lookAtAll(String batchId);
}
