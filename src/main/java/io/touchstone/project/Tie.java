package io.touchstone.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What ties a row to a place or a person, and with it to whoever must not judge it. Kept as a keyed
 * hash under the project's key, so that equal ones can be told, and nothing else of them.
 */
public enum Tie {
  /** Where the row comes from: a branch, a register, an account. */
  SOURCE,
  /** Whose work it was. */
  DEPARTMENT,
  /** Who wrote it. */
  AUTHOR,
  /** Whom it is about. */
  SUBJECT;

  /** As a project's description writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tie of that name. */
  public static Optional<Tie> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
