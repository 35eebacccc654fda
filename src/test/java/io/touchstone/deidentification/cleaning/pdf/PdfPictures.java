package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.ObjectType;

/** Tells pictures apart by their first byte. */
public final class PdfPictures {

  private PdfPictures() {}

  static ObjectType typeOf(byte[] picture) {
    return (picture[0] & 0xff) == 0xff ? ObjectType.JPEG : ObjectType.PNG;
  }
}
