package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One page of a TIFF: its tags and where its coded pixels stand. */
final class TiffPage {

  private static final int DNG = 50_706;
  private static final int YCBCR = 6;

  /** Tags that say where pixels stand. */
  private static final Set<Integer> PLACES =
      Set.of(TiffTag.STRIPS, TiffTag.STRIP_SIZES, TiffTag.TILES, TiffTag.TILE_SIZES);

  private final Cursor file;
  private final boolean little;
  private final SortedMap<Integer, TiffTag> tags;
  private final long next;

  private TiffPage(Cursor file, boolean little, SortedMap<Integer, TiffTag> tags, long next) {
    this.file = file;
    this.little = little;
    this.tags = tags;
    this.next = next;
  }

  /**
   * Reads the directory under the cursor.
   *
   * @param removed counts the tags that do not stay
   */
  static TiffPage read(Cursor directory, Map<String, Integer> removed) throws IOException {
    boolean little = directory.isLittle();
    int entries = directory.u16();
    SortedMap<Integer, TiffTag> tags = new TreeMap<>();
    for (int i = 0; i < entries; i++) {
      TiffTag tag = TiffTag.read(directory, little);
      if (tag.id() == DNG) {
        throw new IOException("A camera's raw file is no picture yet.");
      }
      if (tag.isKept()) {
        tags.putIfAbsent(tag.id(), tag);
      } else {
        removed.merge(tag.kind(), 1, Integer::sum);
      }
    }
    return new TiffPage(directory.from(0, little), little, tags, directory.u32());
  }

  /** Where the next page stands, 0 after the last. */
  long next() {
    return next;
  }

  /** Whether it shows another page again, smaller. */
  boolean isPreview() throws IOException {
    return (number(TiffTag.PREVIEW, 0) & 1) == 1;
  }

  void write(TiffWriter writer) throws IOException {
    TiffLayout layout = layout();
    boolean tiled = tags.containsKey(TiffTag.TILES);
    int placesTag = tiled ? TiffTag.TILES : TiffTag.STRIPS;
    int sizesTag = tiled ? TiffTag.TILE_SIZES : TiffTag.STRIP_SIZES;
    int parts = layout.parts();
    long[] places = first(numbers(placesTag), parts);
    long[] sizes = first(sizes(sizesTag, layout), parts);
    TiffPixels pixels = new TiffPixels((int) number(TiffTag.COMPRESSION, 1));
    SortedMap<Integer, TiffTag> kept = new TreeMap<>(tags);
    kept.keySet().removeAll(PLACES);
    profile(kept);
    tables(kept, pixels);
    for (int i = 0; i < parts; i++) {
      writer.reads(sizes[i]);
      byte[] coded = pixels.kept(file.part(places[i], sizes[i]), layout, i);
      places[i] = writer.data(coded);
      sizes[i] = coded.length;
    }
    kept.put(placesTag, TiffTag.of(placesTag, places, little));
    kept.put(sizesTag, TiffTag.of(sizesTag, sizes, little));
    writer.page(kept);
  }

  private void profile(SortedMap<Integer, TiffTag> kept) {
    Optional.ofNullable(kept.remove(TiffTag.PROFILE))
        .flatMap(tag -> ColourProfile.withoutText(tag.content()).map(tag::with))
        .ifPresent(tag -> kept.put(tag.id(), tag));
  }

  private static void tables(SortedMap<Integer, TiffTag> kept, TiffPixels pixels)
      throws IOException {
    TiffTag tables = kept.remove(TiffTag.JPEG_TABLES);
    if (tables != null && pixels.isJpeg()) {
      kept.put(tables.id(), tables.with(JpegStripper.abbreviated(tables.content()).object()));
    }
  }

  private TiffLayout layout() throws IOException {
    long width = number(TiffTag.WIDTH, 0);
    long height = number(TiffTag.HEIGHT, 0);
    boolean tiled = tags.containsKey(TiffTag.TILES);
    long across = tiled ? number(TiffTag.TILE_WIDTH, 0) : width;
    long down = number(tiled ? TiffTag.TILE_HEIGHT : TiffTag.ROWS, tiled ? 0 : height);
    long[] bits = tags.containsKey(TiffTag.BITS) ? numbers(TiffTag.BITS) : new long[] {1};
    boolean planes = number(TiffTag.PLANES, 1) == 2;
    int samples = (int) number(TiffTag.SAMPLES, 1);
    TiffTag colours = tags.get(TiffTag.COLOURS);
    if (colours != null && (bits[0] > 16 || colours.count() != 3 << bits[0])) {
      throw new IOException("A page of a TIFF has too few or too many colours.");
    }
    long pixel = bits.length == samples ? Arrays.stream(bits).sum() : bits[0] * samples;
    return TiffLayout.of(
        new long[] {width, height},
        new long[] {across, tiled ? down : Math.min(down, height)},
        planes ? bits[0] : pixel,
        planes ? samples : 1,
        tiled);
  }

  private long[] sizes(int tag, TiffLayout layout) throws IOException {
    if (tags.containsKey(tag)) {
      return numbers(tag);
    }
    if (number(TiffTag.COMPRESSION, 1) != 1 || number(TiffTag.PHOTOMETRIC, 1) == YCBCR) {
      throw new IOException("A page of a TIFF does not say how long its pixels are.");
    }
    long[] sizes = new long[layout.parts()];
    Arrays.setAll(sizes, layout::unpacked);
    return sizes;
  }

  private long number(int tag, long otherwise) throws IOException {
    return tags.containsKey(tag) ? numbers(tag)[0] : otherwise;
  }

  private long[] numbers(int tag) throws IOException {
    TiffTag found = tags.get(tag);
    if (found == null) {
      throw new IOException("A page of a TIFF has no pixels.");
    }
    return found.numbers(little);
  }

  /** More places than the picture has parts would carry what is no part of it. */
  private static long[] first(long[] all, int parts) throws IOException {
    if (all.length < parts) {
      throw new IOException("A page of a TIFF is not complete.");
    }
    return Arrays.copyOf(all, parts);
  }
}
