package io.touchstone.inspection;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;

/** Who may inspect. */
final class Auditor {

  private Auditor() {}

  /**
   * Lets auditors and administrators pass. Whoever also labels is refused: here stand the names and
   * labels that annotators must not see of each other.
   */
  static void require(Caller caller) {
    caller.mustBe("inspect the record", Role.AUDITOR);
    if (labels(caller)) {
      throw new Refusal(
          403,
          "auditor-labels",
          "You label items, so you may not inspect the record: it shows who labelled what. Ask an"
              + " administrator for a second login that only audits.");
    }
  }

  /** Whether {@link #require} would let the caller pass. */
  static boolean is(Caller caller) {
    return caller.mayActAs(Role.AUDITOR) && !labels(caller);
  }

  private static boolean labels(Caller caller) {
    return caller.is(Role.ANNOTATOR) || caller.is(Role.REVIEWER);
  }
}
