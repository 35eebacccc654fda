package io.touchstone.tasking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the distribution of work must know of judgements; annotation, which makes them, tells. */
public interface JudgedWork {

  /** Of these assignments, those of which there is a judgement. */
  Set<String> judged(Collection<String> assignmentIds);

  /** The person's newest judgement; 0 where there is none. */
  long newest(String annotatorId);

  /**
   * Packages of a batch in which the person has made a judgement so early.
   *
   * @param judgement the last one that counts as early
   */
  Set<String> packagesJudgedUpTo(String batchId, String annotatorId, long judgement);

  /** When the person has judged each of these items last, batch by batch. */
  List<Seen> lastJudged(String annotatorId, Collection<String> itemIds);

  /** An item that somebody has judged in a batch. */
  record Seen(String itemId, String batchId, Instant at) {}
}
