package io.touchstone.audit;

/** What a walk along the whole chain has found. */
public sealed interface ChainCheck {

  /**
   * Every event is as it was when it was sealed, and none is missing or was added behind the
   * product's back.
   *
   * @param events covered by seals
   * @param waiting newer events, covered by the next seal
   * @param head hash of the last seal; kept outside, it proves later that nothing before it changed
   */
  record Intact(long seals, long events, long waiting, String head) implements ChainCheck {}

  /**
   * The history was changed.
   *
   * @param seal number of the first seal that does not fit, 0 where the events as a whole do not
   * @param sentence what does not fit, for an auditor
   */
  record Broken(long seal, String sentence) implements ChainCheck {}
}
