package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;

/**
 * JPEG (ITU-T T.81): frames, tables and scans stay as they are coded. Of the application segments
 * stays what decides about colours and position, written anew: JFIF's density without its
 * thumbnail, Adobe's transform, the colour profile without words, the orientation.
 */
final class JpegStripper implements Stripper {

  @Override
  public ObjectType type() {
    return ObjectType.JPEG;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    JpegSegments segments = new JpegSegments(object);
    segments.read();
    if (!segments.hasScan()) {
      throw new IOException("A JPEG has no picture in it.");
    }
    return segments.stripped();
  }

  /**
   * Strips a stream as TIFF embeds it: tables without a picture, or a picture whose tables stand
   * elsewhere.
   */
  static Stripped abbreviated(byte[] stream) throws IOException {
    JpegSegments segments = new JpegSegments(stream);
    segments.read();
    return segments.stripped();
  }
}
