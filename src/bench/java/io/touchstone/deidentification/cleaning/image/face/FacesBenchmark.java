package io.touchstone.deidentification.cleaning.image.face;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.FaceGallery;
import io.touchstone.deidentification.cleaning.image.ImageCleaner;
import io.touchstone.deidentification.cleaning.image.PictureFile;
import io.touchstone.deidentification.cleaning.image.PictureWriter;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Faces in composed pictures of 1920 x 1080: portraits, scaled so that the face has a certain size,
 * on backgrounds without faces.
 */
final class FacesBenchmark implements Benchmark {

  private static final int[] SIDES = {16, 20, 24, 28, 32, 48, 64, 96, 128, 200, 300};
  private static final int PROMISED = 24;
  private static final int[] ANGLES = {-90, -45, -30, -15, 0, 15, 30, 45, 90, 180};
  private static final int TURNED_SIDE = 96;

  /** Each portrait at each size at least so often as to give so many faces. */
  private static final int FACES_OF_A_SIZE = 24;

  private final FaceDetector detector = new FaceDetector();

  @Override
  public String name() {
    return "faces";
  }

  @Override
  public String about() {
    return "Faces in pictures of 2 megapixels, one thread; more of them from a folder:"
        + " JDK_JAVA_OPTIONS=-Dfaces=FOLDER";
  }

  @Override
  public void run(Report report) throws Exception {
    FaceGallery gallery = FaceGallery.open();
    report.figure("portraits", gallery.portraits().size(), "pictures");
    report.figure("backgrounds", gallery.backgrounds().size(), "pictures");
    empty(report, gallery);
    sizes(report, gallery);
    turned(report, gallery);
    removal(report, gallery);
  }

  private void empty(Report report, FaceGallery gallery) throws Exception {
    List<BufferedImage> backgrounds = gallery.backgrounds();
    Scene.find(detector, backgrounds.get(0));
    int[] counts = new int[2];
    double[] seconds =
        seconds(
            () -> {
              for (BufferedImage background : backgrounds) {
                FaceDetector.Found found = Scene.find(detector, background);
                counts[0] += found.faces().size();
                counts[1] += found.doubtful().size();
              }
              return counts;
            });
    int pictures = backgrounds.size();
    report.figure("false-boxes", (double) counts[0] / pictures, "a picture without faces");
    report.figure("doubtful-boxes", (double) counts[1] / pictures, "a picture without faces");
    report.figure("detection", pictures / seconds[0], "pictures of 2 MP a second");
    report.figure("detection-cpu", pictures / seconds[1], "pictures of 2 MP a second of processor");
  }

  private void sizes(Report report, FaceGallery gallery) {
    int shown = 0;
    int found = 0;
    int wrong = 0;
    int scenes = 0;
    for (int side : SIDES) {
      Tally tally = tally(gallery, side, 0);
      report.figure("recall-" + side, tally.recall(), "of " + tally.shown + " faces");
      if (side >= PROMISED) {
        shown += tally.shown;
        found += tally.found;
        wrong += tally.wrong;
        scenes += tally.scenes;
      }
    }
    report.figure("recall", (double) found / shown, "of " + shown + " faces of 24 pixels and more");
    report.figure("false-boxes-beside-faces", (double) wrong / scenes, "a picture");
  }

  private void turned(Report report, FaceGallery gallery) {
    for (int angle : ANGLES) {
      Tally tally = tally(gallery, TURNED_SIDE, angle);
      report.figure("recall-turned-" + angle, tally.recall(), "of " + tally.shown + " faces");
    }
  }

  private Tally tally(FaceGallery gallery, int side, int angle) {
    Random random = new Random(side * 1000L + angle);
    Tally tally = new Tally();
    List<FaceGallery.Portrait> portraits = gallery.portraits();
    int rounds = Math.max(1, FACES_OF_A_SIZE / portraits.size());
    List<FaceGallery.Portrait> left = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      left.addAll(portraits);
    }
    while (!left.isEmpty()) {
      Scene scene = Scene.on(gallery.background(random));
      int most = side > 128 ? 1 : 1 + random.nextInt(5);
      for (int i = 0; i < most && !left.isEmpty(); i++) {
        scene.add(left.remove(left.size() - 1), side, angle, random);
      }
      tally.add(scene, Scene.find(detector, scene.image()));
    }
    return tally;
  }

  private void removal(Report report, FaceGallery gallery) throws Exception {
    Random random = new Random(1);
    List<byte[]> objects = new ArrayList<>();
    for (FaceGallery.Portrait portrait : gallery.portraits()) {
      Scene scene = Scene.on(gallery.background(random));
      for (int side : new int[] {32, 64, 200}) {
        scene.add(portrait, side, 0, random);
      }
      objects.add(PictureWriter.jpeg(scene.image()));
    }
    for (Obfuscation how : Obfuscation.values()) {
      ImageCleaner cleaner = new ImageCleaner(how);
      List<Cleaned> cleaned = new ArrayList<>();
      double[] seconds =
          seconds(
              () -> {
                for (byte[] object : objects) {
                  cleaned.add((Cleaned) cleaner.clean(object, ObjectType.JPEG, null));
                }
                return cleaned;
              });
      String name = "-" + how.name().toLowerCase(java.util.Locale.ROOT);
      report.figure("whole-path" + name, objects.size() / seconds[0], "JPEGs with faces a second");
      report.figure(
          "whole-path-cpu" + name,
          objects.size() / seconds[1],
          "JPEGs with faces a second of processor");
      report.figure("found-again" + name, foundAgain(cleaned), "faces in the results");
    }
  }

  private int foundAgain(List<Cleaned> cleaned) throws Exception {
    int again = 0;
    for (Cleaned each : cleaned) {
      try (PictureFile file = PictureFile.open(each.object(), each.type())) {
        again += Scene.find(detector, file.read(0)).faces().size();
      }
    }
    return again;
  }

  /** By the clock and by this thread's processor time. */
  private static double[] seconds(Callable<?> task) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long processor = threads.getCurrentThreadCpuTime();
    task.call();
    return new double[] {
      (System.nanoTime() - wall) / 1e9, (threads.getCurrentThreadCpuTime() - processor) / 1e9
    };
  }

  /** What was found of what was shown. */
  private static final class Tally {

    private int shown;
    private int found;
    private int wrong;
    private int scenes;

    void add(Scene scene, FaceDetector.Found result) {
      scenes++;
      shown += scene.faces().size();
      found +=
          (int)
              scene.faces().stream()
                  .filter(face -> result.faces().stream().anyMatch(box -> Scene.hits(box, face)))
                  .count();
      wrong +=
          (int)
              result.faces().stream()
                  .filter(box -> scene.faces().stream().noneMatch(face -> Scene.hits(box, face)))
                  .count();
    }

    double recall() {
      return (double) found / shown;
    }
  }
}
