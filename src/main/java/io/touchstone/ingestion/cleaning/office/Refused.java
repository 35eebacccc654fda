package io.touchstone.ingestion.cleaning.office;

import io.touchstone.ingestion.cleaning.Cleaning.Quarantined;
import io.touchstone.ingestion.cleaning.Quarantine;
import java.io.IOException;

/** A document is not cleaned; says why in words that quote nothing of it. */
final class Refused extends IOException {

  private static final long serialVersionUID = 1L;

  private final Quarantine reason;

  Refused(Quarantine reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /**
   * Damaged, or not what it should be.
   *
   * @param what a sentence that goes on after the object's name
   */
  static Refused unreadable(String what) {
    return new Refused(
        Quarantine.UNREADABLE,
        what + " Open the file in its program, save it anew, send it again.");
  }

  static Refused tooLarge(String what) {
    return new Refused(Quarantine.TOO_LARGE, what + " Split the document and send the pieces.");
  }

  static Refused signed() {
    return new Refused(
        Quarantine.SIGNED,
        "it is digitally signed, and cleaning would break the signature."
            + " Send a copy without the signature.");
  }

  static Refused encrypted() {
    return new Refused(
        Quarantine.ENCRYPTED, "it is encrypted. Remove the password and send it again.");
  }

  Quarantined quarantined() {
    return new Quarantined(reason, getMessage());
  }
}
