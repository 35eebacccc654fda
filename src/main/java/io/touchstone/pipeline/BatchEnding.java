package io.touchstone.pipeline;

import java.util.Locale;

/** Why a batch has ended. */
enum BatchEnding {
  /** It is published, or the dataset had all of it already. */
  PUBLISHED(Batch.State.DONE),
  /** A data manager stopped it at a gate. */
  STOPPED(Batch.State.STOPPED),
  /** An administrator deleted its instance. */
  CANCELLED(Batch.State.STOPPED),
  /** Its diagram led to an end without publication. */
  NOTHING_PUBLISHED(Batch.State.STOPPED);

  private final Batch.State state;

  BatchEnding(Batch.State state) {
    this.state = state;
  }

  Batch.State state() {
    return state;
  }

  /** As in the audit and the log. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
