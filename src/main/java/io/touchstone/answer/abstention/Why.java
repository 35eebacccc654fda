package io.touchstone.answer.abstention;

import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody gives no answer. */
public enum Why {
  /** The item is as it should be, and still nobody could say. */
  CANNOT_TELL("cannot-tell"),
  /** Something is wrong with the item itself: it cannot be read, or does not belong here. */
  WRONG_ITEM("wrong-item");

  private final String id;

  Why(String id) {
    this.id = id;
  }

  /** As rows and interfaces write it. */
  public String id() {
    return id;
  }

  static Optional<Why> of(String id) {
    return Stream.of(values()).filter(each -> each.id.equals(id)).findFirst();
  }
}
