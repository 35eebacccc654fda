package io.touchstone.tasking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a work package came back before it was submitted. */
public enum ReturnReason {
  /** Not submitted in time. */
  OVERDUE(false, false),
  /** The person cannot judge these items, now or later. */
  NOT_MY_FIELD(true, true),
  /** The person must not judge these items, now or later. */
  CONFLICT_OF_INTEREST(true, true),
  /** The person cannot do it at present. */
  NO_TIME(true, false),
  /** The data manager has noted that the person is away. */
  ABSENT(false, false),
  /** A talk about the guideline comes first. */
  PAUSED(false, false);

  private final boolean given;
  private final boolean refuses;

  ReturnReason(boolean given, boolean refuses) {
    this.given = given;
    this.refuses = refuses;
  }

  /** As stored, and as the process carries it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it was the person who gave the package back. */
  public boolean given() {
    return given;
  }

  /** Whether the person must never get these items again. */
  public boolean refuses() {
    return refuses;
  }

  /** The reason of that id. */
  public static Optional<ReturnReason> of(String id) {
    return Arrays.stream(values()).filter(reason -> reason.id().equals(id)).findFirst();
  }

  /** The reason of that id, if it is one that a person may give. */
  public static Optional<ReturnReason> givenAs(String id) {
    return of(id).filter(reason -> reason.given);
  }
}
