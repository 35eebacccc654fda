package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * GIF (89a): pictures, colour tables, delays and the count of loops stay; comments, captions,
 * applications' blocks and what follows the end go.
 */
final class GifStripper implements Stripper {

  private static final int END = 0x3b;
  private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  @Override
  public ObjectType type() {
    return ObjectType.GIF;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    Cursor blocks = Cursor.little(object);
    if (!blocks.startsWith("GIF87a") && !blocks.startsWith("GIF89a")) {
      throw new IOException("A GIF does not begin as one.");
    }
    Pass pass = new Pass(blocks, new Sink(true, object.length));
    pass.run();
    return new Stripped(pass.sink.toBytes(), pass.removed);
  }

  /** One walk through the blocks. */
  private static final class Pass {

    private final Cursor blocks;
    private final Sink sink;
    private final Map<String, Integer> removed = new TreeMap<>();
    private byte[] control = new byte[0];
    private int pictures;

    Pass(Cursor blocks, Sink sink) {
      this.blocks = blocks;
      this.sink = sink;
    }

    void run() throws IOException {
      byte[] head = blocks.take(13);
      sink.put(head);
      copyColours(head[10]);
      int block = block();
      while (block != END) {
        switch (block) {
          case 0x21 -> extension();
          case 0x2c -> picture();
          default -> throw new IOException("A GIF has a block of an unknown kind.");
        }
        block = block();
      }
      if (pictures == 0) {
        throw new IOException("A GIF has no picture in it.");
      }
      sink.u8(END);
      if (blocks.left() > 0) {
        remove("trailer");
      }
    }

    /** Some writers leave the end out where a picture ends the file. */
    private int block() throws IOException {
      return blocks.left() == 0 && pictures > 0 ? END : blocks.u8();
    }

    private void copyColours(int flags) throws IOException {
      if ((flags & 0x80) != 0) {
        sink.put(blocks.take(3 << (flags & 7) + 1));
      }
    }

    private void extension() throws IOException {
      int label = blocks.u8();
      switch (label) {
        case 0xf9 -> control();
        case 0xff -> application();
        case 0xfe -> drop("comment");
        case 0x01 -> {
          // The delay before it belongs to the caption.
          control = new byte[0];
          drop("caption");
        }
        default -> drop("block");
      }
    }

    private void control() throws IOException {
      if (blocks.u8() != 4) {
        throw new IOException("A GIF has a delay that is none.");
      }
      control = new Sink(true, 8).u16(0xf921).u8(4).put(blocks.take(4)).u8(0).toBytes();
      skipBlocks();
    }

    private void application() throws IOException {
      int length = blocks.u8();
      boolean loops = length == 11 && LOOPS.stream().anyMatch(blocks::startsWith);
      byte[] name = blocks.take(length);
      boolean written = false;
      int size = length == 0 ? 0 : blocks.u8();
      while (size != 0) {
        byte[] block = blocks.take(size);
        if (loops && !written && size == 3 && block[0] == 1) {
          sink.u16(0xff21).u8(11).put(name).u8(3).put(block).u8(0);
          written = true;
        }
        size = blocks.u8();
      }
      if (!written) {
        remove("application");
      }
    }

    private void picture() throws IOException {
      byte[] head = blocks.take(9);
      Cursor size = Cursor.little(head);
      size.skip(4);
      long pixels = (long) size.u16() * size.u16();
      sink.put(control).u8(0x2c).put(head);
      control = new byte[0];
      copyColours(head[8]);
      int bits = blocks.u8();
      sink.u8(bits);
      Sink data = new Sink(true, 1024);
      int length = blocks.u8();
      while (length != 0) {
        data.put(blocks.take(length));
        length = blocks.u8();
      }
      byte[] codes = data.toBytes();
      int used = new GifCodes(codes, bits, pixels).length();
      if (used < codes.length) {
        remove("trailer");
      }
      for (int i = 0; i < used; i += 255) {
        int part = Math.min(255, used - i);
        sink.u8(part).put(codes, i, part);
      }
      sink.u8(0);
      pictures++;
    }

    private void drop(String what) throws IOException {
      skipBlocks();
      remove(what);
    }

    private void skipBlocks() throws IOException {
      int length = blocks.u8();
      while (length != 0) {
        blocks.skip(length);
        length = blocks.u8();
      }
    }

    private void remove(String what) {
      removed.merge(what, 1, Integer::sum);
    }
  }
}
