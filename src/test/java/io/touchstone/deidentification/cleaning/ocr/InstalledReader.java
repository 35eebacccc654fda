package io.touchstone.deidentification.cleaning.ocr;

import java.util.List;

/** Tesseract as this machine has it. */
public final class InstalledReader {

  private InstalledReader() {}

  /** The program, with English. */
  public static Tesseract get() {
    Tesseract reader = new Tesseract("tesseract");
    reader
        .missing(List.of("eng"))
        .ifPresent(
            sentence -> {
              throw new AssertionError(
                  "These tests read pictures: install the Debian packages tesseract-ocr and"
                      + " tesseract-ocr-eng. At present "
                      + sentence);
            });
    return reader;
  }
}
