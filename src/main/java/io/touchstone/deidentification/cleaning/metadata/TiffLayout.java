package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;

/**
 * Into how many strips or tiles the pixels of a page are cut, and how large each is unpacked.
 *
 * @param across parts beside each other
 * @param down parts below each other
 * @param planes 1, or the number of samples if each stands for itself
 * @param rows of a part; the last strip may have fewer
 * @param rest rows of the last part
 * @param rowBytes of one row of one part
 */
record TiffLayout(int across, int down, int planes, long rows, long rest, long rowBytes) {

  private static final long MOST_SIDE = 1_000_000;
  private static final long MOST_PARTS = 4_000_000;
  private static final int MOST_SAMPLES = 16;
  private static final int MOST_BITS = 1024;

  /**
   * @param page width and height
   * @param part width and height of a tile or strip
   * @param pixel bits of one pixel in one plane
   * @param tiled tiles are all of one size, strips end with the page
   */
  static TiffLayout of(long[] page, long[] part, long pixel, int planes, boolean tiled)
      throws IOException {
    for (int i = 0; i < 2; i++) {
      require(page[i] >= 1 && page[i] <= MOST_SIDE && part[i] >= 1 && part[i] <= MOST_SIDE);
    }
    require(planes >= 1 && planes <= MOST_SAMPLES && pixel >= 1 && pixel <= MOST_BITS);
    long across = (page[0] + part[0] - 1) / part[0];
    long down = (page[1] + part[1] - 1) / part[1];
    require(across * down * planes <= MOST_PARTS);
    long rest = tiled ? part[1] : page[1] - (down - 1) * part[1];
    long rowBytes = (part[0] * pixel + 7) / 8;
    return new TiffLayout((int) across, (int) down, planes, part[1], rest, rowBytes);
  }

  int parts() {
    return across * down * planes;
  }

  /** Bytes of a part unpacked, at most. */
  long unpacked(int part) {
    boolean last = part / across % down == down - 1;
    return rowBytes * (last ? rest : rows);
  }

  /** Bytes of the largest part unpacked. */
  long largest() {
    return rowBytes * rows;
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("A page of a TIFF has an impossible size.");
    }
  }
}
