package io.touchstone.platform.engine.process;

/** What follows when the pipeline of a batch ends, whatever its diagram looks like. */
public interface PipelineEnd {

  /**
   * Called in the transaction in which the instance ends.
   *
   * @param cancelled whether somebody has deleted the instance, instead of its tokens being used up
   */
  void ended(String batchId, boolean cancelled);
}
