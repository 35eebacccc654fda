package io.touchstone.ingestion.cleaning.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opencv.core.Mat;

/**
 * Finds faces of any size. A network sees those between a twentieth and half of what it looks at,
 * so it looks at the whole picture and at tiles of it, and takes whatever might be a face. Each
 * such place it then looks at from near, which tells faces from the rest far better than the first
 * score. Used by several threads, each with networks of its own.
 */
final class FaceDetector {

  /** Side of the smallest tile in pixels: a face of 24 is a twentieth of it. */
  private static final int TILE = 432;

  /** A tile of the next size sees what has no room in the overlap of two smaller ones. */
  private static final int NEXT_TILE = 4;

  private static final double OVERLAP = .25;

  /** First score from which a small face is looked at again, and one that is not small. */
  private static final double FAINT = .12;

  private static final double PLAIN = .25;

  /** A face below this part of the window's side is small: the network sees it dimly. */
  private static final double SMALL = 1 / 8.;

  /** How much larger than the face the two windows of the second look are. */
  private static final double NEAR_SHORT = 3;

  private static final double NEAR_FULL = 4;

  /** Score that a face has at least when it is one of nine at a glance. */
  private static final double GLANCE = .3;

  private static final double FACE = .66;
  private static final double DOUBTFUL = .5;

  /** First scores from here on are doubted by a person even if the second look says no. */
  private static final double STRIKING = .6;

  private static final double SAME = .3;

  private final ConcurrentLinkedQueue<Networks> idle = new ConcurrentLinkedQueue<>();

  private final boolean available;

  private record Networks(FaceNet full, FaceNet shorter) {

    static Networks load() {
      return new Networks(new FaceNet(FaceNet.Range.FULL), new FaceNet(FaceNet.Range.SHORT));
    }
  }

  /**
   * Loads the networks and what runs them, if there is such a thing for this platform.
   *
   * @throws IllegalStateException if the networks are not those that were measured
   */
  FaceDetector() {
    available = OpenCv.isAvailable();
    if (available) {
      idle.add(Networks.load());
    }
  }

  /**
   * What was found.
   *
   * @param faces without doubles
   * @param doubtful of lower scores, apart from those faces; a person should look
   */
  record Found(List<Box> faces, List<Box> doubtful) {

    /** Together with what was found in the same picture, seen otherwise. */
    Found with(Found other) {
      List<Box> all = distinct(Stream.concat(faces.stream(), other.faces.stream()).toList());
      return new Found(
          all,
          apart(distinct(Stream.concat(doubtful.stream(), other.doubtful.stream()).toList()), all));
    }
  }

  /** Whether faces can be found on this platform. */
  boolean isAvailable() {
    return available;
  }

  /**
   * Faces in the whole picture.
   *
   * @param bgr three bytes a pixel, blue first, the way up in which a person looks at it
   */
  Found find(Mat bgr) {
    return find(bgr, window -> true);
  }

  /**
   * Faces in parts of the picture.
   *
   * @param where which of the overlapping windows are looked through
   */
  Found find(Mat bgr, Predicate<Window> where) {
    Networks networks = idle.poll();
    if (networks == null) {
      networks = Networks.load();
    }
    List<Box> candidates = distinct(candidates(networks, bgr, where));
    Found found = judged(networks, bgr, glanced(networks.full, bgr, candidates));
    idle.add(networks);
    return found;
  }

  private static List<Box> candidates(Networks networks, Mat bgr, Predicate<Window> where) {
    int width = bgr.width();
    int height = bgr.height();
    List<Box> candidates = new ArrayList<>();
    windows(width, height)
        .filter(where)
        .flatMap(
            window ->
                networks.full.find(bgr, window, FAINT).stream()
                    .filter(box -> isCandidate(box, window)))
        .forEach(candidates::add);
    // A face that fills the picture is seen from near only, and better with a margin around it.
    Stream.of(Window.whole(width, height, 1), Window.whole(width, height, 2))
        .filter(where)
        .forEach(window -> candidates.addAll(networks.shorter.find(bgr, window, DOUBTFUL)));
    return candidates;
  }

  private static boolean isCandidate(Box box, Window window) {
    return box.score() >= PLAIN || box.width() < SMALL * window.side();
  }

  /** The whole picture and squares that cover it, of each size that is clearly smaller. */
  private static Stream<Window> windows(int width, int height) {
    List<Window> windows = new ArrayList<>(List.of(Window.whole(width, height, 1)));
    for (int side = TILE; side * 1.25 < Math.max(width, height); side *= NEXT_TILE) {
      windows.addAll(Window.tiles(width, height, side, OVERLAP));
    }
    return windows.stream();
  }

  /** Drops what nothing is seen of at a glance, nine at a time; most candidates go here. */
  private static List<Box> glanced(FaceNet net, Mat bgr, List<Box> candidates) {
    List<Box> kept = new ArrayList<>(candidates.stream().filter(FaceDetector::isLikely).toList());
    List<Box> faint = candidates.stream().filter(box -> !isLikely(box)).toList();
    for (int from = 0; from < faint.size(); from += FaceNet.AT_ONCE) {
      List<Box> some = faint.subList(from, Math.min(faint.size(), from + FaceNet.AT_ONCE));
      List<Window> windows = some.stream().map(box -> Window.around(box, NEAR_SHORT)).toList();
      List<List<Box>> seen = net.glance(bgr, windows, GLANCE);
      for (int i = 0; i < some.size(); i++) {
        Box candidate = some.get(i);
        if (seen.get(i).stream().anyMatch(box -> box.overlap(candidate) > SAME)) {
          kept.add(candidate);
        }
      }
    }
    return kept;
  }

  private static boolean isLikely(Box candidate) {
    return candidate.score() >= DOUBTFUL;
  }

  private static Found judged(Networks networks, Mat bgr, List<Box> candidates) {
    List<Box> faces = new ArrayList<>();
    List<Box> doubtful = new ArrayList<>();
    for (Box candidate : candidates) {
      double score = secondLook(networks, bgr, candidate);
      if (score >= FACE) {
        faces.add(candidate.scored(score));
      } else if (score >= DOUBTFUL || candidate.score() >= STRIKING) {
        doubtful.add(candidate.scored(score));
      }
    }
    return new Found(faces, apart(doubtful, faces));
  }

  /**
   * Mean of both networks' scores from near; what the cheaper one denies is settled by it alone.
   */
  private static double secondLook(Networks networks, Mat bgr, Box candidate) {
    double near = near(networks.shorter, bgr, candidate, NEAR_SHORT);
    if (near < DOUBTFUL) {
      return near / 2;
    }
    return (near + near(networks.full, bgr, candidate, NEAR_FULL)) / 2;
  }

  private static double near(FaceNet net, Mat bgr, Box candidate, double factor) {
    return net.find(bgr, Window.around(candidate, factor), FAINT).stream()
        .filter(box -> box.overlap(candidate) > SAME)
        .mapToDouble(Box::score)
        .max()
        .orElse(0);
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
