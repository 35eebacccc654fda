package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * WebP (RFC 9649): pictures, transparency, animation and colour profile stay; EXIF but for the
 * orientation, XMP, unknown chunks and what follows the end go, and the flags say so.
 */
final class WebpStripper implements Stripper {

  private static final int PROFILE = 0x20;
  private static final int ALPHA = 0x10;
  private static final int EXIF = 0x08;
  private static final int ANIMATION = 0x02;

  @Override
  public ObjectType type() {
    return ObjectType.WEBP;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    Cursor file = Cursor.little(object);
    boolean riff = file.startsWith("RIFF");
    file.skip(4);
    long size = file.u32();
    if (!riff || !file.startsWith("WEBP")) {
      throw new IOException("A WebP does not begin as one.");
    }
    Pass pass = new Pass();
    if (size < file.left()) {
      pass.remove("trailer");
    }
    Cursor chunks = file.part(file.place(), size);
    chunks.skip(4);
    pass.run(chunks);
    return new Stripped(pass.written(), pass.removed);
  }

  /** One walk through the chunks. */
  private static final class Pass {

    private final Sink kept = new Sink(true, 1024);
    private final Map<String, Integer> removed = new TreeMap<>();
    private Optional<byte[]> extended = Optional.empty();
    private Optional<byte[]> profile = Optional.empty();
    private int orientation = 1;
    private boolean picture;
    private boolean alpha;
    private boolean animated;
    private boolean frames;

    void run(Cursor chunks) throws IOException {
      boolean first = true;
      while (chunks.left() > 0) {
        String name = chunks.name();
        long length = chunks.u32();
        Cursor chunk = chunks.part(chunks.place(), length);
        chunks.skip(Math.min(length + (length & 1), chunks.left()));
        if (first && name.equals("VP8X")) {
          extended = Optional.of(head(chunk));
        } else {
          chunk(name, chunk);
        }
        first = false;
      }
      if (!picture && !frames) {
        throw new IOException("A WebP has no picture in it.");
      }
    }

    private static byte[] head(Cursor chunk) throws IOException {
      byte[] head = chunk.take(10);
      Arrays.fill(head, 1, 4, (byte) 0);
      return head;
    }

    private void chunk(String name, Cursor chunk) throws IOException {
      boolean rich = extended.isPresent();
      switch (name) {
        case "VP8 ", "VP8L" -> {
          if (picture || frames) {
            remove("chunk");
          } else {
            picture = true;
            Riff.chunk(kept, name, chunk.take(chunk.left()));
          }
        }
        case "ALPH" -> {
          if (rich && !alpha && !picture && !frames) {
            alpha = true;
            Riff.chunk(kept, name, chunk.take(chunk.left()));
          } else {
            remove("chunk");
          }
        }
        case "ANIM" -> {
          if (rich && !animated && !picture) {
            animated = true;
            Riff.chunk(kept, name, chunk.take(6));
          } else {
            remove("chunk");
          }
        }
        case "ANMF" -> frame(chunk);
        case "ICCP" -> {
          remove("profile text");
          profile = ColourProfile.withoutText(chunk.take(chunk.left())).filter(clean -> rich);
        }
        case "EXIF" -> exif(chunk);
        case "XMP " -> remove("xmp");
        default -> remove("chunk");
      }
    }

    private void exif(Cursor chunk) throws IOException {
      remove("exif");
      if (chunk.startsWith("Exif\0\0")) {
        chunk.skip(6);
      }
      if (extended.isPresent() && !frames) {
        orientation = Orientation.of(chunk.take(chunk.left()));
      }
    }

    private void frame(Cursor chunk) throws IOException {
      if (!animated) {
        remove("chunk");
        return;
      }
      Sink frame = new Sink(true, chunk.left());
      frame.put(chunk.take(16));
      boolean shown = false;
      while (chunk.left() > 0) {
        String name = chunk.name();
        long length = chunk.u32();
        Cursor part = chunk.part(chunk.place(), length);
        chunk.skip(Math.min(length + (length & 1), chunk.left()));
        boolean pixels = name.equals("VP8 ") || name.equals("VP8L");
        if (!shown && (pixels || name.equals("ALPH"))) {
          Riff.chunk(frame, name, part.take(part.left()));
          shown = pixels;
        } else {
          remove("chunk");
        }
      }
      if (!shown) {
        throw new IOException("A frame of a WebP has no picture in it.");
      }
      frames = true;
      Riff.chunk(kept, "ANMF", frame.toBytes());
    }

    byte[] written() {
      Sink all = new Sink(true, kept.size() + 128);
      extended.ifPresent(
          head -> {
            int flags = head[0] & ALPHA;
            flags |= profile.isPresent() ? PROFILE : 0;
            flags |= Orientation.turns(orientation) ? EXIF : 0;
            flags |= animated ? ANIMATION : 0;
            head[0] = (byte) flags;
            Riff.chunk(all, "VP8X", head);
          });
      profile.ifPresent(clean -> Riff.chunk(all, "ICCP", clean));
      all.put(kept.toBytes());
      if (Orientation.turns(orientation)) {
        Riff.chunk(all, "EXIF", Orientation.exif(orientation));
      }
      return Riff.file("WEBP", all.toBytes());
    }

    private void remove(String what) {
      removed.merge(what, 1, Integer::sum);
    }
  }
}
