package io.touchstone.annotation;

import io.touchstone.tasking.Looks;
import io.touchstone.tasking.reassignment.Clarifications;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What follows a submit once it is stored, in transactions of its own: neither how long a submit
 * takes nor whether it succeeds may depend on what is found.
 */
@Component
class AfterSubmit {

  private static final Logger log = LoggerFactory.getLogger(AfterSubmit.class);

  private final Looks looks;
  private final Clarifications clarifications;

  AfterSubmit(Looks looks, Clarifications clarifications) {
    this.looks = looks;
    this.clarifications = clarifications;
  }

  /**
   * Has somebody's work looked at, and holds back what must wait for a talk. Said at each submit
   * and each opening of work: where it fails, nobody is kept from working, and the next time does
   * it.
   */
  void look(String personId) {
    try {
      looks.lookAt(personId);
      clarifications.holdBack(personId);
    } catch (RuntimeException e) {
      if (stops(e)) {
        // The application stops; the next opening of work looks.
        Thread.currentThread().interrupt();
        log.info("look_put_off");
        return;
      }
      log.warn("look_failed", e);
    }
  }

  private static boolean stops(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof InterruptedException) {
        return true;
      }
    }
    return Thread.currentThread().isInterrupted();
  }

  /** Whether a talk comes before other work. */
  boolean talkComesFirst(String personId) {
    return clarifications.comesFirst(personId);
  }

  /** The task of a talk that the person is asked for. */
  Optional<String> task(String personId) {
    return clarifications.taskOf(personId);
  }
}
