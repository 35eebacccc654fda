package io.touchstone.project.editor;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody is about to make of a project.
 *
 * @param base the version that it began with; 0 for a project that does not exist yet
 * @param revision one more with each change
 * @param editedBy who changed it last
 * @param askedBy who wants it published, where a second person decides
 * @param note what has changed
 * @param sentBack what the second person wrote who sent it back
 */
record Draft(
    long id,
    String projectKey,
    int base,
    DraftContent content,
    State state,
    int revision,
    String editedBy,
    Instant editedAt,
    Optional<String> askedBy,
    Optional<String> note,
    Optional<String> sentBack) {

  /** How far it has come. */
  enum State {
    DRAFT,
    WAITING,
    PUBLISHED,
    DISCARDED;

    /** As stored and shown. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isNew() {
    return base == 0;
  }
}
