package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A colour profile (ICC.1:2022) without words: description, copyright, names of makers and models,
 * dates and private tags go; the curves and tables that decide what a colour looks like stay.
 */
final class ColourProfile {

  private static final int HEADER = 128;
  private static final int MOST_TAGS = 200;

  /** Tags that decide about colours. */
  private static final Set<String> COLOURS =
      Set.of(
          "wtpt", "bkpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "chad", "A2B0",
          "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0", "D2B1", "D2B2", "D2B3", "B2D0", "B2D1",
          "B2D2", "B2D3", "gamt", "cicp");

  /** Types of tags that hold numbers only. */
  private static final Set<String> NUMBERS =
      Set.of("XYZ ", "curv", "para", "sf32", "mft1", "mft2", "mAB ", "mBA ", "mpet", "cicp");

  /** What stays of the header: from byte, length. Dates, makers, models and ids do not. */
  private static final int[][] KEPT = {{8, 16}, {36, 4}, {64, 16}};

  /** Several tags may share one content, told by where it began. */
  private record Tag(String name, int place, byte[] content) {}

  private ColourProfile() {}

  /** The profile without words; empty if it cannot be read. */
  static Optional<byte[]> withoutText(byte[] profile) {
    try {
      Cursor all = Cursor.big(profile);
      all.skip(36);
      if (!all.startsWith("acsp")) {
        return Optional.empty();
      }
      all.skip(HEADER - 36);
      return Optional.of(write(profile, tags(all)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Tag> tags(Cursor table) throws IOException {
    long count = table.u32();
    if (count > MOST_TAGS) {
      throw new IOException("A colour profile has too many tags.");
    }
    Cursor all = table.from(0, false);
    Map<Integer, byte[]> contents = new HashMap<>();
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = table.name();
      Cursor content = all.part(table.u32(), table.u32());
      if (COLOURS.contains(name) && content.left() >= 8) {
        int place = content.place();
        if (!contents.containsKey(place)) {
          contents.put(place, numbers(content));
        }
        tags.add(new Tag(name, place, contents.get(place)));
      }
    }
    if (contents.values().stream().mapToLong(content -> content.length).sum() > all.left()) {
      throw new IOException("The tags of a colour profile overlap.");
    }
    return tags.stream().filter(tag -> tag.content().length > 0).toList();
  }

  /** The content up to where its own counts say that it ends; nothing if it is no numbers. */
  private static byte[] numbers(Cursor content) throws IOException {
    int all = content.left();
    int start = content.place();
    String type = content.name();
    if (!NUMBERS.contains(type)) {
      return new byte[0];
    }
    content.skip(4);
    long length =
        switch (type) {
          case "curv" -> 12 + 2 * content.u32();
          case "para" -> 12 + 4L * parameters(content.u16());
          case "XYZ " -> 20;
          case "sf32" -> Math.min(44, all);
          case "cicp" -> 12;
          default -> all;
        };
    return content
        .from(start, false)
        .part(start, Math.min(length, all))
        .take(Math.min(length, all));
  }

  private static int parameters(int function) throws IOException {
    int[] counts = {1, 3, 4, 5, 7};
    if (function >= counts.length) {
      throw new IOException("A colour profile has a curve of an unknown kind.");
    }
    return counts[function];
  }

  private static byte[] write(byte[] profile, List<Tag> colours) {
    boolean old = profile[8] < 4;
    List<Tag> tags = new ArrayList<>(colours);
    tags.add(0, new Tag("desc", -1, old ? emptyDescription() : emptyWords()));
    tags.add(1, new Tag("cprt", -2, old ? emptyText() : emptyWords()));
    int size = HEADER + 4 + 12 * tags.size();
    Sink table = new Sink(false, size).u32(tags.size());
    Sink contents = new Sink(false, profile.length);
    Map<Integer, Integer> written = new HashMap<>();
    for (Tag tag : tags) {
      if (!written.containsKey(tag.place())) {
        written.put(tag.place(), size + contents.size());
        contents.put(tag.content()).zeros(-tag.content().length & 3);
      }
      table.ascii(tag.name()).u32(written.get(tag.place())).u32(tag.content().length);
    }
    byte[] header = new byte[HEADER];
    for (int[] part : KEPT) {
      System.arraycopy(profile, part[0], header, part[0], part[1]);
    }
    byte[] total = new Sink(false, 4).u32(size + contents.size()).toBytes();
    System.arraycopy(total, 0, header, 0, 4);
    return new Sink(false, size + contents.size())
        .put(header)
        .put(table.toBytes())
        .put(contents.toBytes())
        .toBytes();
  }

  private static byte[] emptyWords() {
    return new Sink(false, 16).ascii("mluc").u32(0).u32(0).u32(12).toBytes();
  }

  private static byte[] emptyText() {
    return new Sink(false, 9).ascii("text").u32(0).u8(0).toBytes();
  }

  private static byte[] emptyDescription() {
    return new Sink(false, 91).ascii("desc").u32(0).u32(1).zeros(79).toBytes();
  }
}
