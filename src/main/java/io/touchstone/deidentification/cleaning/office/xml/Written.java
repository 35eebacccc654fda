package io.touchstone.deidentification.cleaning.office.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Elements that were written while the part was read, because all rows of a sheet together are too
 * many to hold; packed for the same reason.
 */
public final class Written implements Node {

  private static final int BUFFER = 8192;

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final OutputStream out = new DeflaterOutputStream(packed, deflater, BUFFER);

  public void add(Element element) throws IOException {
    XmlWriter.fragment(element, out);
  }

  /** Ends the stretch, and writes all of it. */
  void writeTo(OutputStream into) throws IOException {
    out.close();
    deflater.end();
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
      in.transferTo(into);
    }
  }
}
