package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.opencv.core.Mat;

/**
 * Finds faces of any size. A network sees those between a twentieth and half of what it looks at,
 * so it looks at the whole picture and at tiles of it, and takes whatever might be a face. Each
 * such place it then looks at from near, which tells faces from the rest far better than the first
 * score. Used by several threads, each with networks of its own.
 */
public final class FaceDetector {

  /** Score from which a network's answer counts at all. */
  private static final double LEAST = .12;

  /** How much larger than the face the two windows of the second look are. */
  private static final double NEAR_SHORT = 3;

  private static final double NEAR_FULL = 4;

  /** Score that a face has at least when it is one of sixteen at a glance. */
  private static final double GLANCE = .3;

  private static final double FACE = .66;

  /** Score at which the first look and the cheaper one from near need no third. */
  private static final double SURE = .8;

  private static final double DOUBTFUL = .5;

  /** First scores from here on are doubted by a person even if the second look says no. */
  private static final double STRIKING = .6;

  private static final double SAME = .3;

  private final ConcurrentLinkedQueue<Networks> idle = new ConcurrentLinkedQueue<>();

  private final boolean available;

  /**
   * Loads the networks and what runs them, if there is such a thing for this platform.
   *
   * @throws IllegalStateException if the networks are not those that were measured
   */
  public FaceDetector() {
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
  public record Found(List<Box> faces, List<Box> doubtful) {

    /** Together with what was found in the same picture, seen otherwise. */
    Found with(Found other) {
      List<Box> all = distinct(Stream.concat(faces.stream(), other.faces.stream()).toList());
      return new Found(
          all,
          apart(distinct(Stream.concat(doubtful.stream(), other.doubtful.stream()).toList()), all));
    }
  }

  /** Whether faces can be found on this platform. */
  public boolean isAvailable() {
    return available;
  }

  /**
   * Faces in the whole picture.
   *
   * @param bgr three bytes a pixel, blue first, the way up in which a person looks at it
   */
  Found find(Mat bgr) {
    return find(bgr, List.of(new Rectangle(bgr.width(), bgr.height())));
  }

  /**
   * Faces of which a part has changed, or what is around them.
   *
   * @param changed places whose pixels are others than at the last look; what is seen apart from
   *     them was judged then
   */
  Found find(Mat bgr, List<Rectangle> changed) {
    Networks networks = idle.poll();
    if (networks == null) {
      networks = Networks.load();
    }
    List<Box> candidates =
        new FirstLook(networks)
            .candidates(bgr, changed).stream().filter(box -> shows(box, bgr, changed)).toList();
    Found found = judged(networks, bgr, glanced(networks.full(), bgr, distinct(candidates)));
    idle.add(networks);
    return found;
  }

  /** Whether the widest second look shows something of these places. */
  private static boolean shows(Box candidate, Mat bgr, List<Rectangle> places) {
    Rectangle seen = Window.around(candidate, NEAR_FULL).seen(bgr.width(), bgr.height());
    return places.stream().anyMatch(seen::intersects);
  }

  /** Drops what nothing is seen of at a glance, sixteen at a time; most candidates go here. */
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
   * Mean of both networks' scores from near. What the cheaper one denies is settled by it alone,
   * and so is what it is as sure of as the first look was.
   */
  private static double secondLook(Networks networks, Mat bgr, Box candidate) {
    double near = near(networks.shorter(), bgr, candidate, NEAR_SHORT);
    if (near < DOUBTFUL) {
      return near / 2;
    }
    if (near >= SURE && candidate.score() >= SURE) {
      return (near + candidate.score()) / 2;
    }
    return (near + near(networks.full(), bgr, candidate, NEAR_FULL)) / 2;
  }

  private static double near(FaceNet net, Mat bgr, Box candidate, double factor) {
    return net.find(bgr, Window.around(candidate, factor), LEAST).stream()
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
