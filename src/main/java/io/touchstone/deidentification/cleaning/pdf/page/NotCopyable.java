package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.IOException;

/** A resource of a page has no form that is known to be harmless; the page becomes a picture. */
public final class NotCopyable extends IOException {

  private static final long serialVersionUID = 1L;

  public NotCopyable(String what) {
    super(what);
  }
}
