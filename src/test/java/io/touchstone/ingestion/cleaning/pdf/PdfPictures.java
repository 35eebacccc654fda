package io.touchstone.ingestion.cleaning.pdf;

import io.touchstone.ingestion.cleaning.ObjectType;

/** Tells pictures apart by their first byte. */
final class PdfPictures {

  private PdfPictures() {}

  static ObjectType typeOf(byte[] picture) {
    return (picture[0] & 0xff) == 0xff ? ObjectType.JPEG : ObjectType.PNG;
  }
}
