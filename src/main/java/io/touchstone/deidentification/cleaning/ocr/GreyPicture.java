package io.touchstone.deidentification.cleaning.ocr;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A picture as it is read.
 *
 * @param grey a byte a pixel, row by row, 0 black to 255 white; neither copied nor changed
 */
public record GreyPicture(int width, int height, byte[] grey) {

  public GreyPicture {
    if (width < 1 || height < 1 || grey.length != (long) width * height) {
      throw new IllegalArgumentException("A grey picture needs a byte for each pixel.");
    }
  }

  /** Writes it as a portable grey map (Netpbm, P5), which nothing is packed in. */
  void writeTo(OutputStream out) throws IOException {
    out.write("P5\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII));
    out.write(grey);
  }
}
