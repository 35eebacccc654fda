package io.touchstone.ingestion.cleaning.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/**
 * Finds faces of any size: a network sees those between a twentieth and half of what it looks at,
 * so it looks at the whole picture and at tiles of it. Used by several threads, each with networks
 * of its own.
 */
final class FaceDetector {

  /** Side of the smallest tile; a face of 24 pixels is the smallest that is promised in it. */
  private static final int TILE = 540;

  /** A tile of the next size sees what has no room in the overlap of two smaller ones. */
  private static final int NEXT_TILE = 4;

  private static final double OVERLAP = .25;
  private static final double FULL_RANGE = .5;
  private static final double SHORT_RANGE = .7;
  private static final double DOUBTFUL = .3;
  private static final double SAME = .3;

  private final ConcurrentLinkedQueue<Networks> idle = new ConcurrentLinkedQueue<>();

  private record Networks(FaceNet full, FaceNet shorter) {}

  /**
   * What was found.
   *
   * @param faces without doubles
   * @param doubtful of lower scores, apart from those faces; a person should look
   */
  record Found(List<Box> faces, List<Box> doubtful) {}

  /** Whether faces can be found on this platform. */
  static boolean isAvailable() {
    return OpenCv.isAvailable();
  }

  /**
   * Faces in the whole picture.
   *
   * @param bgr three bytes a pixel, blue first, the way up in which a person looks at it
   */
  Found find(Mat bgr) {
    return find(bgr, part -> true);
  }

  /**
   * Faces in parts of the picture.
   *
   * @param where which of the overlapping parts are looked at
   */
  Found find(Mat bgr, Predicate<Rect> where) {
    Networks networks = idle.poll();
    if (networks == null) {
      networks = new Networks(new FaceNet(FaceNet.Range.FULL), new FaceNet(FaceNet.Range.SHORT));
    }
    List<Box> faces = new ArrayList<>();
    List<Box> doubtful = new ArrayList<>();
    Rect whole = new Rect(0, 0, bgr.width(), bgr.height());
    if (where.test(whole)) {
      sort(networks.full.find(bgr, DOUBTFUL), FULL_RANGE, faces, doubtful);
      sort(networks.shorter.find(bgr, SHORT_RANGE), SHORT_RANGE, faces, doubtful);
      sort(bordered(networks.shorter, bgr), SHORT_RANGE, faces, doubtful);
    }
    for (Rect tile : tiles(bgr.width(), bgr.height())) {
      if (where.test(tile)) {
        sort(inTile(networks.full, bgr, tile), FULL_RANGE, faces, doubtful);
      }
    }
    idle.add(networks);
    List<Box> distinct = distinct(faces);
    return new Found(distinct, apart(distinct(doubtful), distinct));
  }

  private static void sort(List<Box> found, double sure, List<Box> faces, List<Box> doubtful) {
    found.forEach(box -> (box.score() >= sure ? faces : doubtful).add(box));
  }

  /** A face that fills the picture is cut by its borders; a black margin makes it smaller. */
  private static List<Box> bordered(FaceNet net, Mat bgr) {
    int across = bgr.width() / 2;
    int down = bgr.height() / 2;
    Mat margin = new Mat();
    try {
      Core.copyMakeBorder(
          bgr, margin, down, down, across, across, Core.BORDER_CONSTANT, Scalar.all(0));
      return net.find(margin, SHORT_RANGE).stream()
          .map(box -> box.placed(1, -across, -down))
          .toList();
    } finally {
      margin.release();
    }
  }

  private static List<Box> inTile(FaceNet net, Mat bgr, Rect tile) {
    Mat part = bgr.submat(tile);
    try {
      return net.find(part, DOUBTFUL).stream().map(box -> box.placed(1, tile.x, tile.y)).toList();
    } finally {
      part.release();
    }
  }

  /** Squares that cover the picture and overlap, of each size that is smaller than the picture. */
  static List<Rect> tiles(int width, int height) {
    List<Rect> tiles = new ArrayList<>();
    for (int side = TILE; side < Math.max(width, height); side *= NEXT_TILE) {
      for (int y : starts(height, side)) {
        for (int x : starts(width, side)) {
          tiles.add(new Rect(x, y, Math.min(side, width), Math.min(side, height)));
        }
      }
    }
    return tiles;
  }

  private static int[] starts(int length, int side) {
    if (length <= side) {
      return new int[] {0};
    }
    int steps = (int) Math.ceil((length - side) / (side * (1 - OVERLAP)));
    int[] starts = new int[steps + 1];
    for (int step = 0; step <= steps; step++) {
      starts[step] = (int) Math.round((double) (length - side) * step / steps);
    }
    return starts;
  }

  /** The surest of those that lie over one another (non-maximum suppression). */
  private static List<Box> distinct(List<Box> found) {
    List<Box> kept = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingDouble(Box::score).reversed())
        .filter(box -> kept.stream().noneMatch(other -> other.overlap(box) > SAME))
        .forEach(kept::add);
    return kept;
  }

  private static List<Box> apart(List<Box> doubtful, List<Box> faces) {
    return doubtful.stream()
        .filter(box -> faces.stream().noneMatch(face -> face.containment(box) > SAME))
        .toList();
  }
}
