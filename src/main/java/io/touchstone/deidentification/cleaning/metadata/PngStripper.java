package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * PNG (third edition, 2025), animated ones too: chunks of a whitelist stay, each no longer than it
 * may be; the compressed pixels end where their stream ends; checksums are computed anew.
 */
final class PngStripper implements Stripper {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt");

  @Override
  public ObjectType type() {
    return ObjectType.PNG;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    if (object.length < 8 || !Arrays.equals(object, 0, 8, SIGNATURE, 0, 8)) {
      throw new IOException("A PNG does not begin as one.");
    }
    Pass pass = new Pass(object);
    pass.run();
    return new Stripped(pass.sink.toBytes(), pass.removed);
  }

  /** One walk through the chunks. */
  private static final class Pass {

    private final byte[] bytes;
    private final Sink sink;
    private final Map<String, Integer> removed = new TreeMap<>();
    private final CRC32 crc = new CRC32();
    private PngPixels pixels;
    private PngPixels frame;
    private int palette;

    Pass(byte[] bytes) {
      this.bytes = bytes;
      this.sink = new Sink(false, bytes.length);
    }

    void run() throws IOException {
      try {
        walk();
      } finally {
        if (pixels != null) {
          pixels.close();
        }
        if (frame != null) {
          frame.close();
        }
      }
    }

    private void walk() throws IOException {
      Cursor chunks = Cursor.big(bytes);
      chunks.skip(8);
      sink.put(SIGNATURE);
      String name = "";
      while (!name.equals("IEND")) {
        long length = chunks.u32();
        name = chunks.name();
        int start = chunks.place();
        chunks.skip(length);
        long checksum = chunks.u32();
        chunk(name, start, (int) length, checksum);
      }
      pixels.requireComplete();
      if (frame != null) {
        frame.requireComplete();
      }
      if (chunks.left() > 0) {
        remove("trailer");
      }
    }

    private void chunk(String name, int start, int length, long checksum) throws IOException {
      if (pixels == null && !name.equals("IHDR")) {
        throw new IOException("A PNG does not begin with its size.");
      }
      switch (name) {
        case "IHDR" -> header(start, length, checksum);
        case "IDAT" -> data(name, start, length, checksum);
        case "fdAT" -> frameData(start, length, checksum);
        case "fcTL" -> frameHead(start, length, checksum);
        case "iCCP" -> profile(start, length);
        case "eXIf" -> exif(start, length);
        case "PLTE" -> {
          palette = length / 3;
          require(length > 0 && length <= 768 && length % 3 == 0);
          copy(name, start, length, checksum);
        }
        case "IEND" -> write(name, new byte[0], 0, 0);
        default -> other(name, start, length, checksum);
      }
    }

    private void header(int start, int length, long checksum) throws IOException {
      require(length == 13 && pixels == null);
      pixels = PngPixels.of(Cursor.big(bytes).part(start, length));
      copy("IHDR", start, length, checksum);
    }

    private void data(String name, int start, int length, long checksum) throws IOException {
      requireChecksum(name, start, length, checksum);
      int taken = pixels.accept(bytes, start, length);
      if (taken > 0) {
        write(name, bytes, start, taken);
      }
      if (taken < length) {
        remove("trailer");
      }
    }

    private void frameHead(int start, int length, long checksum) throws IOException {
      require(length == 26);
      if (frame != null) {
        frame.requireComplete();
        frame.close();
      }
      frame = null;
      if (pixels.begun()) {
        frame = pixels.ofFrame(Cursor.big(bytes).part(start + 4, 8));
      }
      copy("fcTL", start, length, checksum);
    }

    private void frameData(int start, int length, long checksum) throws IOException {
      require(length >= 4 && frame != null);
      requireChecksum("fdAT", start, length, checksum);
      int taken = frame.accept(bytes, start + 4, length - 4);
      // Frames are numbered without gaps, so that one that holds nothing stays.
      write("fdAT", bytes, start, 4 + taken);
      if (taken < length - 4) {
        remove("trailer");
      }
    }

    private void other(String name, int start, int length, long checksum) throws IOException {
      boolean fits =
          switch (name) {
            case "gAMA", "cICP" -> length == 4;
            case "cHRM" -> length == 32;
            case "sRGB" -> length == 1;
            case "sBIT" -> length >= 1 && length <= 4;
            case "pHYs" -> length == 9;
            case "acTL" -> length == 8;
            case "tRNS" -> length == pixels.transparency(palette, length);
            default -> false;
          };
      if (fits) {
        copy(name, start, length, checksum);
      } else if (Character.isUpperCase(name.charAt(0))) {
        throw new IOException("A PNG has a chunk that is not known but needed.");
      } else {
        remove(TEXTS.contains(name) ? "text" : name.equals("tIME") ? "time" : "chunk");
      }
    }

    private void profile(int start, int length) {
      remove("profile text");
      PngProfile.withoutText(bytes, start, length)
          .ifPresent(chunk -> write("iCCP", chunk, 0, chunk.length));
    }

    private void exif(int start, int length) {
      remove("exif");
      int orientation = Orientation.of(Arrays.copyOfRange(bytes, start, start + length));
      if (Orientation.turns(orientation)) {
        byte[] block = Orientation.exif(orientation);
        write("eXIf", block, 0, block.length);
      }
    }

    private void copy(String name, int start, int length, long checksum) throws IOException {
      requireChecksum(name, start, length, checksum);
      write(name, bytes, start, length);
    }

    private void requireChecksum(String name, int start, int length, long checksum)
        throws IOException {
      if (checksum(name, bytes, start, length) != checksum) {
        throw new IOException("A chunk of a PNG does not agree with its checksum.");
      }
    }

    private void write(String name, byte[] from, int start, int length) {
      sink.u32(length).ascii(name).put(from, start, length);
      sink.u32(checksum(name, from, start, length));
    }

    private long checksum(String name, byte[] from, int start, int length) {
      crc.reset();
      crc.update(name.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      crc.update(from, start, length);
      return crc.getValue();
    }

    private void remove(String what) {
      removed.merge(what, 1, Integer::sum);
    }

    private static void require(boolean holds) throws IOException {
      if (!holds) {
        throw new IOException("A chunk of a PNG is not what it should be.");
      }
    }
  }
}
