package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The frames of an animated PNG (PNG, third edition, section 11.3.6), which the Java runtime steps
 * over: each is put into a PNG of its own and decoded from there.
 */
final class AnimatedPng {

  private static final long SIGNATURE = 0x89504e470d0a1a0aL;

  private final List<byte[]> shared = new ArrayList<>();
  private final List<Animation.Frame> frames = new ArrayList<>();
  private byte[] header = new byte[0];
  private byte[] control = new byte[0];
  private ByteArrayOutputStream data = new ByteArrayOutputStream();
  private boolean animated;

  private AnimatedPng() {}

  /** Its frames and the picture that stands for all of them; empty if it is not animated. */
  static Optional<List<Animation.Frame>> frames(byte[] object) throws IOException {
    AnimatedPng animation = new AnimatedPng();
    try {
      animation.read(ByteBuffer.wrap(object));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("The frames cannot be read.");
    }
    return animation.animated ? Optional.of(animation.frames) : Optional.empty();
  }

  private void read(ByteBuffer chunks) throws IOException {
    chunks.position(8);
    while (chunks.hasRemaining()) {
      byte[] content = new byte[chunks.getInt()];
      byte[] name = new byte[4];
      chunks.get(name).get(content).getInt();
      chunk(new String(name, StandardCharsets.ISO_8859_1), content);
    }
    end();
  }

  private void chunk(String name, byte[] content) throws IOException {
    switch (name) {
      case "IHDR" -> header = content;
      case "acTL" -> animated = true;
      case "PLTE", "tRNS" -> shared.add(chunkOf(name, content));
      case "fcTL" -> {
        end();
        control = content;
      }
      case "IDAT" -> data.write(content);
      case "fdAT" -> data.write(content, 4, content.length - 4);
      default -> {
        // Says nothing of pixels.
      }
    }
  }

  private void end() throws IOException {
    if (data.size() > 0) {
      frames.add(control.length == 0 ? alone() : placed(ByteBuffer.wrap(control)));
    }
    data = new ByteArrayOutputStream();
  }

  /** The picture for viewers that do not animate. */
  private Animation.Frame alone() throws IOException {
    ByteBuffer size = ByteBuffer.wrap(header);
    return frame(new Placement(0, 0, true, Placement.After.CLEAR), size.getInt(0), size.getInt(4));
  }

  private Animation.Frame placed(ByteBuffer head) throws IOException {
    Placement.After after =
        switch (head.get(24)) {
          case 1 -> Placement.After.CLEAR;
          case 2 -> Placement.After.RESTORE;
          default -> Placement.After.STAY;
        };
    Placement place = new Placement(head.getInt(12), head.getInt(16), head.get(25) == 0, after);
    return frame(place, head.getInt(4), head.getInt(8));
  }

  private Animation.Frame frame(Placement place, int width, int height) throws IOException {
    byte[] png = png(width, height);
    return new Animation.Frame(
        place,
        width,
        height,
        () -> {
          try (PictureFile file = PictureFile.open(png, ObjectType.PNG)) {
            return file.read(0);
          }
        });
  }

  private byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    byte[] head = header.clone();
    ByteBuffer.wrap(head).putInt(width).putInt(height);
    png.writeBytes(ByteBuffer.allocate(8).putLong(SIGNATURE).array());
    png.writeBytes(chunkOf("IHDR", head));
    shared.forEach(png::writeBytes);
    png.writeBytes(chunkOf("IDAT", data.toByteArray()));
    png.writeBytes(chunkOf("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] chunkOf(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream chunk = new DataOutputStream(bytes);
    byte[] title = name.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(title);
    sum.update(content);
    chunk.writeInt(content.length);
    chunk.write(title);
    chunk.write(content);
    chunk.writeInt((int) sum.getValue());
    return bytes.toByteArray();
  }
}
