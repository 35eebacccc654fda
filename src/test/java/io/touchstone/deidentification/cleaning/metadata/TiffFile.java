package io.touchstone.deidentification.cleaning.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds a TIFF tag by tag, with whatever one likes between its parts. */
final class TiffFile {

  static final int SIDE = 16;

  private final boolean little;
  private final List<SortedMap<Integer, Tag>> pages = new ArrayList<>();
  private byte[] hole = new byte[0];

  /** Content is written apart if it does not fit into the entry. */
  private record Tag(int type, int count, byte[] content) {}

  TiffFile(boolean little) {
    this.little = little;
  }

  /** A page of grey, uncompressed unless told otherwise, in one strip. */
  TiffFile page(int compression, byte[] pixels) {
    SortedMap<Integer, Tag> page = new TreeMap<>();
    pages.add(page);
    numbers(3, Map.of(256, SIDE, 257, SIDE, 258, 8, 259, compression, 262, 1, 277, 1, 278, SIDE));
    page.put(273, new Tag(-1, 1, pixels));
    numbers(4, Map.of(279, pixels.length));
    return this;
  }

  static byte[] pixels() {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7);
    }
    return pixels;
  }

  /** A tag of the last page. */
  TiffFile tag(int id, int type, byte[] content) {
    pages.get(pages.size() - 1).put(id, new Tag(type, content.length, content));
    return this;
  }

  TiffFile numbers(int type, Map<Integer, Integer> values) {
    values.forEach(
        (id, value) -> {
          Sink content = new Sink(little, 4);
          byte[] bytes = type == 3 ? content.u16(value).toBytes() : content.u32(value).toBytes();
          pages.get(pages.size() - 1).put(id, new Tag(type, 1, bytes));
        });
    return this;
  }

  /** A directory that a tag of the last page points to. */
  TiffFile below(int id, byte[] payload) {
    pages.get(pages.size() - 1).put(id, new Tag(-2, 1, payload));
    return this;
  }

  /** Bytes that nothing points to, between the header and the first page. */
  TiffFile hole(byte[] bytes) {
    hole = bytes;
    return this;
  }

  byte[] bytes() {
    Sink file = new Sink(little, 1024).ascii(little ? "II" : "MM").u16(42).u32(8 + even(hole));
    file.put(hole).zeros(hole.length & 1);
    for (int i = 0; i < pages.size(); i++) {
      write(file, pages.get(i), i == pages.size() - 1);
    }
    return file.toBytes();
  }

  private void write(Sink file, SortedMap<Integer, Tag> page, boolean last) {
    int place = file.size() + 2 + 12 * page.size() + 4;
    Sink contents = new Sink(little, 256);
    file.u16(page.size());
    for (Map.Entry<Integer, Tag> entry : page.entrySet()) {
      Tag tag = entry.getValue();
      file.u16(entry.getKey()).u16(tag.type() < 0 ? 4 : tag.type()).u32(tag.count());
      byte[] content = tag.content();
      if (tag.type() == -2) {
        content = directory(place + contents.size(), content);
      }
      if (tag.type() < 0 || content.length > 4) {
        file.u32(place + contents.size());
        contents.put(content).zeros(content.length & 1);
      } else {
        file.put(content).zeros(4 - content.length);
      }
    }
    file.u32(last ? 0 : place + contents.size()).put(contents.toBytes());
  }

  private byte[] directory(int place, byte[] payload) {
    return new Sink(little, 64)
        .u16(1)
        .u16(37_510)
        .u16(7)
        .u32(payload.length)
        .u32(place + 18)
        .u32(0)
        .put(payload)
        .toBytes();
  }

  private static int even(byte[] bytes) {
    return bytes.length + (bytes.length & 1);
  }
}
