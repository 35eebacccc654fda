package io.touchstone.health.person;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person has to do in a batch. It says nothing of how well or how fast.
 *
 * @param kind annotation or adjudication
 * @param done items in submitted packages and items of the open one that have an answer
 * @param items in all of the person's packages that were not withdrawn
 * @param openElsewhere the batch in which the person has a package open instead, if so
 */
record PersonWork(
    String person,
    String kind,
    int open,
    int queued,
    int submitted,
    long done,
    long items,
    Optional<OpenPackage> openPackage,
    Optional<String> openElsewhere) {

  /**
   * The package that lies before the person.
   *
   * @param answered items that have a draft with an answer
   * @param estimatedMinutes what the whole package takes by the project's estimate
   * @param taskId the task in Tasklist
   */
  record OpenPackage(
      String packageId,
      long items,
      long answered,
      int estimatedMinutes,
      Instant since,
      Optional<Instant> due,
      Optional<String> taskId) {

    OpenPackage due(Optional<Instant> at) {
      return new OpenPackage(packageId, items, answered, estimatedMinutes, since, at, taskId);
    }
  }

  PersonWork due(Optional<Instant> at) {
    return new PersonWork(
        person,
        kind,
        open,
        queued,
        submitted,
        done,
        items,
        openPackage.map(own -> own.due(at)),
        openElsewhere);
  }
}
