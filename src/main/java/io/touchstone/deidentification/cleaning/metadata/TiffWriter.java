package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes a TIFF from front to back: pixels of a page, its directory, the next page. */
final class TiffWriter {

  private final boolean little;
  private final Sink sink;
  private long budget;

  /** Where the place of a directory has to be written, and that place, by turns. */
  private final List<Integer> links = new ArrayList<>(List.of(4));

  TiffWriter(boolean little, int expected) {
    this.little = little;
    this.sink = new Sink(little, expected);
    this.budget = 2L * expected + 65_536;
    sink.ascii(little ? "II" : "MM").u16(42).u32(0);
  }

  /**
   * Counts bytes that a page takes from the file.
   *
   * @throws IOException if pages share so much that the new file would be far larger
   */
  void reads(long count) throws IOException {
    budget -= count;
    if (budget < 0) {
      throw new IOException("The pages of a TIFF share too much.");
    }
  }

  /** Writes coded pixels; returns where they stand. */
  long data(byte[] coded) {
    even();
    int place = sink.size();
    sink.put(coded);
    return place;
  }

  /** Writes the directory of a page whose pixels are written. */
  void page(SortedMap<Integer, TiffTag> tags) throws IOException {
    Sink directory = new Sink(little, 12 * tags.size() + 6).u16(tags.size());
    for (TiffTag tag : tags.values()) {
      directory.u16(tag.id()).u16(tag.type()).u32(tag.count());
      byte[] content = tag.content();
      if (content.length <= 4) {
        directory.put(content).zeros(4 - content.length);
      } else {
        reads(content.length);
        directory.u32(data(content));
      }
    }
    even();
    links.add(sink.size());
    sink.put(directory.toBytes());
    links.add(sink.size());
    sink.u32(0);
  }

  private void even() {
    sink.zeros(sink.size() & 1);
  }

  byte[] written() {
    byte[] all = sink.toBytes();
    for (int i = 0; i + 1 < links.size(); i += 2) {
      byte[] place = new Sink(little, 4).u32(links.get(i + 1)).toBytes();
      System.arraycopy(place, 0, all, links.get(i), 4);
    }
    return all;
  }
}
