package io.touchstone.tasking;

import java.util.List;

/** Knows which submitted packages were done faster than a person can read; annotation does. */
public interface PaceCheck {

  /** Ids of a batch's submitted packages whose median pace is not believed. */
  List<String> tooFast(String batchId);
}
