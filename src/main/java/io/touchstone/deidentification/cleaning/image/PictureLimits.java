package io.touchstone.deidentification.cleaning.image;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Keeps pictures within what the memory holds, before any pixel is decoded. */
public final class PictureLimits {

  /** What everything shares, so that memory is counted once. */
  static final PictureLimits SHARED = new PictureLimits();

  private static final long MEGA = 1_000_000;

  /** Megapixels of one picture. */
  private static final int MOST = 50;

  /** Megapixels of all frames or pages together: about half a minute's work. */
  private static final int MOST_OF_ALL = 300;

  /** Megapixels as which a small frame counts: looking at it takes its time, too. */
  private static final double LEAST = .2;

  /** Megabytes that a decoded picture may have, and all that are decoded at the same time. */
  private static final int MEGABYTES = 200;

  private final Semaphore memory = new Semaphore(MEGABYTES, true);

  /** Why a file is not decoded; empty if it may be. */
  Optional<Quarantined> refusal(PictureFile file) throws IOException {
    double all = 0;
    for (int i = 0; i < file.count(); i++) {
      double megapixels = megapixels(file.width(i), file.height(i));
      if (megapixels > MOST || megapixels * file.depth(i) > MEGABYTES) {
        return Optional.of(
            tooMany("a picture in it has more than %d megapixels or too many colours", MOST));
      }
      all += Math.max(LEAST, megapixels);
    }
    return all > MOST_OF_ALL ? Optional.of(tooManyFrames()) : Optional.empty();
  }

  /** Why an animation's frames are not drawn; empty if they may be. */
  Optional<Quarantined> refusal(Animation animation) {
    double stage = megapixels(animation.width(), animation.height());
    if (stage > MOST) {
      return Optional.of(tooMany("its frames cover more than %d megapixels", MOST));
    }
    return Math.max(LEAST, stage) * animation.frames().size() > MOST_OF_ALL
        ? Optional.of(tooManyFrames())
        : Optional.empty();
  }

  private static double megapixels(int width, int height) {
    return (double) width * height / MEGA;
  }

  private static Quarantined tooManyFrames() {
    return tooMany("its frames or pages have more than %d megapixels together", MOST_OF_ALL);
  }

  private static Quarantined tooMany(String what, int most) {
    return new Quarantined(
        Quarantine.TOO_MANY_PIXELS,
        what.formatted(most) + ". Make it smaller or send it in parts.");
  }

  /** Waits until there is room for the largest picture of a file; gives back what to release. */
  public int acquire(PictureFile file) throws IOException {
    double most = 1;
    for (int i = 0; i < file.count(); i++) {
      most = Math.max(most, megapixels(file.width(i), file.height(i)) * file.depth(i));
    }
    int share = (int) Math.min(MEGABYTES, Math.ceil(most));
    memory.acquireUninterruptibly(share);
    return share;
  }

  /** The picture is gone. */
  public void release(int share) {
    memory.release(share);
  }
}
