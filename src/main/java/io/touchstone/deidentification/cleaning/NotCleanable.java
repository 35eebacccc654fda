package io.touchstone.deidentification.cleaning;

import java.io.IOException;

/**
 * Ends the work on an object that has to be kept from everybody; says why in words that quote
 * nothing of it.
 */
public final class NotCleanable extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Cleaning.Quarantined outcome;

  /**
   * @param sentence what is wrong and what to do, going on after the object's name
   */
  public NotCleanable(Quarantine reason, String sentence) {
    super(sentence);
    this.outcome = new Cleaning.Quarantined(reason, sentence);
  }

  /**
   * A document that is damaged, or not what it should be.
   *
   * @param what a sentence that goes on after the object's name
   */
  public static NotCleanable unreadable(String what) {
    return new NotCleanable(
        Quarantine.UNREADABLE,
        what + " Open the file in its program, save it anew, send it again.");
  }

  /**
   * @param what a sentence that goes on after the object's name
   */
  public static NotCleanable tooLarge(String what) {
    return new NotCleanable(
        Quarantine.TOO_LARGE, what + " Split the document and send the pieces.");
  }

  /** A document whose signature cleaning would break. */
  public static NotCleanable signed() {
    return new NotCleanable(
        Quarantine.SIGNED,
        "it is digitally signed, and cleaning would break the signature."
            + " Send a copy without the signature.");
  }

  /** A document that opens with a password only. */
  public static NotCleanable encrypted() {
    return new NotCleanable(
        Quarantine.ENCRYPTED, "it is encrypted. Remove the password and send it again.");
  }

  /** What becomes of the object. */
  public Cleaning.Quarantined outcome() {
    return outcome;
  }
}
