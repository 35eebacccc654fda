package io.touchstone.deidentification.cleaning.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a PNG says of how its samples are shown, which an encoder does not know. */
public final class PngColours {

  private static final Set<String> SHOWN = Set.of("iCCP", "sRGB", "gAMA", "cHRM", "cICP", "pHYs");

  /** Signature and header: length, name, 13 bytes, checksum. */
  private static final int BEGINNING = 8 + 8 + 13 + 4;

  private PngColours() {}

  /** The second PNG with what the first, which holds no metadata, says of colours. */
  public static byte[] carried(byte[] from, byte[] to) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(to, 0, BEGINNING);
    copy(from, BEGINNING, SHOWN, true, png);
    copy(to, BEGINNING, SHOWN, false, png);
    return png.toByteArray();
  }

  private static void copy(
      byte[] object, int start, Set<String> names, boolean these, ByteArrayOutputStream to)
      throws IOException {
    ByteBuffer chunks = ByteBuffer.wrap(object).position(start);
    try {
      while (chunks.hasRemaining()) {
        int place = chunks.position();
        int size = 12 + chunks.getInt();
        String name = new String(object, place + 4, 4, StandardCharsets.ISO_8859_1);
        if (names.contains(name) == these) {
          to.write(object, place, size);
        }
        chunks.position(place + size);
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("A PNG ends too early.");
    }
  }
}
