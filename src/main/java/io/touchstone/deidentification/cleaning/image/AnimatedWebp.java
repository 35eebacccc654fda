package io.touchstone.deidentification.cleaning.image;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Where the frames of an animated WebP are drawn (RFC 9649, section 2.7.1.2). */
final class AnimatedWebp {

  private static final int ANMF = 0x464d4e41;

  private AnimatedWebp() {}

  /** Of each frame, in order; none for a picture that stands still. */
  static List<Placement> places(byte[] object) throws IOException {
    ByteBuffer chunks = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
    List<Placement> places = new ArrayList<>();
    try {
      chunks.position(12);
      while (chunks.remaining() >= 8) {
        int name = chunks.getInt();
        long length = Integer.toUnsignedLong(chunks.getInt());
        if (name == ANMF) {
          places.add(place(chunks.slice().order(ByteOrder.LITTLE_ENDIAN)));
        }
        chunks.position((int) Math.min(chunks.limit(), chunks.position() + length + (length & 1)));
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("The frames cannot be read.");
    }
    return places;
  }

  private static Placement place(ByteBuffer frame) {
    int x = 2 * (frame.getInt(0) & 0xffffff);
    int y = 2 * (frame.getInt(3) & 0xffffff);
    int flags = frame.get(15);
    return new Placement(
        x, y, (flags & 2) != 0, (flags & 1) != 0 ? Placement.After.CLEAR : Placement.After.STAY);
  }
}
