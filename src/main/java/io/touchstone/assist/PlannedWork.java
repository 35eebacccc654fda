package io.touchstone.assist;

import java.util.List;

/** Knows who labels what of a batch; tasking does. */
public interface PlannedWork {

  /** An item in somebody's hands. */
  record Planned(String assignmentId, String itemId) {}

  /** All assignments of a batch in which items are labelled, gold included. */
  List<Planned> assignments(String batchId);
}
