package io.touchstone.ingestion.cleaning.mail;

import io.touchstone.ingestion.cleaning.Cleaning;
import io.touchstone.ingestion.cleaning.Quarantine;
import java.io.IOException;

/** Ends the work on a mail that has to be kept from everybody. */
final class Refused extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Cleaning.Quarantined outcome;

  /**
   * @param sentence what is wrong and what to do; quotes nothing of the mail
   */
  Refused(Quarantine reason, String sentence) {
    super(sentence);
    this.outcome = new Cleaning.Quarantined(reason, sentence);
  }

  Cleaning.Quarantined outcome() {
    return outcome;
  }
}
