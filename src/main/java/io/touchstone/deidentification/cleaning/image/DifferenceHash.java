package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/**
 * How a picture looks (Krawetz 2013, "Kind of Like That"): whether it grows brighter from one cell
 * of a grid of 9 x 8 to the next one on the right, 64 bits row by row; and the same downwards, so
 * that two pictures that are alike by chance in the one are told apart by the other.
 *
 * @param across bit by bit, the upper left cell's is the highest
 * @param down of a grid of 8 x 9
 */
public record DifferenceHash(long across, long down) {

  /** How many of the 64 bits may differ, in each of both, in pictures that look the same. */
  public static final int MOST = 6;

  private static final int SIDE = 8;

  /** Grey levels of 255 that two cells differ by in whatever light or code. */
  private static final double VISIBLE = 2;

  /** A picture with fewer visible differences of 64 is mostly paper, sky or a form. */
  private static final int LEAST = 40;

  private static final int SMALLEST = 32;

  /** So many pixels of a longer side are looked at. */
  private static final int ENOUGH = 400;

  /**
   * How a cleaned picture looks, upright; of several pages or frames the first.
   *
   * @return empty where there is too little to be seen for another one to be told from it
   * @throws IOException if it cannot be read
   */
  public static Optional<DifferenceHash> of(byte[] picture, ObjectType type) throws IOException {
    try (PictureFile file = PictureFile.open(picture, type)) {
      int share = PictureLimits.SHARED.acquire(file);
      try {
        int turn = Turn.of(picture, type, file.count())[0];
        return of(Turn.upright(file.read(0), turn));
      } finally {
        PictureLimits.SHARED.release(share);
      }
    }
  }

  static Optional<DifferenceHash> of(BufferedImage image) {
    if (Math.min(image.getWidth(), image.getHeight()) < SMALLEST) {
      return Optional.empty();
    }
    double[] wide = cells(image, SIDE + 1, SIDE);
    double[] high = cells(image, SIDE, SIDE + 1);
    long across = 0;
    long down = 0;
    int visible = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int at = row * (SIDE + 1) + column;
        double right = wide[at + 1] - wide[at];
        double below = high[(row + 1) * SIDE + column] - high[row * SIDE + column];
        across = across << 1 | (right > 0 ? 1 : 0);
        down = down << 1 | (below > 0 ? 1 : 0);
        visible += Math.abs(right) >= VISIBLE ? 1 : 0;
      }
    }
    return visible < LEAST ? Optional.empty() : Optional.of(new DifferenceHash(across, down));
  }

  /** Mean brightness of each cell, row by row, on white where it is transparent. */
  private static double[] cells(BufferedImage image, int columns, int rows) {
    int width = image.getWidth();
    int height = image.getHeight();
    int step = Math.max(1, Math.min(width, height) / ENOUGH);
    double[] sums = new double[columns * rows];
    int[] counts = new int[columns * rows];
    int[] line = new int[width];
    for (int y = 0; y < height; y += step) {
      image.getRGB(0, y, width, 1, line, 0, width);
      int row = (int) ((long) y * rows / height) * columns;
      for (int x = 0; x < width; x += step) {
        int cell = row + (int) ((long) x * columns / width);
        sums[cell] += brightness(line[x]);
        counts[cell]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /** Luma (ITU-R BT.601), 0 to 255. */
  private static double brightness(int argb) {
    double luma = .299 * (argb >> 16 & 255) + .587 * (argb >> 8 & 255) + .114 * (argb & 255);
    double alpha = (argb >>> 24) / 255.;
    return alpha * luma + (1 - alpha) * 255;
  }

  /** Whether both differ in so few bits that the pictures are the same but for small changes. */
  public boolean resembles(DifferenceHash other) {
    return Long.bitCount(across ^ other.across) <= MOST && Long.bitCount(down ^ other.down) <= MOST;
  }
}
