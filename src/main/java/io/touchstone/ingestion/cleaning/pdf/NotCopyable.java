package io.touchstone.ingestion.cleaning.pdf;

import java.io.IOException;

/** A resource of a page has no form that is known to be harmless; the page becomes a picture. */
final class NotCopyable extends IOException {

  private static final long serialVersionUID = 1L;

  NotCopyable(String what) {
    super(what);
  }
}
