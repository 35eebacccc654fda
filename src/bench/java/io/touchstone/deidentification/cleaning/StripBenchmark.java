package io.touchstone.deidentification.cleaning;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import io.touchstone.deidentification.cleaning.metadata.Stripper;
import io.touchstone.deidentification.cleaning.metadata.Strippers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Metadata out of pictures, and the search for what was left, one thread. */
final class StripBenchmark implements Benchmark {

  private static final double MEGA = 1e6;
  private static final int VALUES = 200;
  private static final int BYTES = 10_000_000;

  private final Random random = new Random(5);

  @Override
  public String name() {
    return "strip";
  }

  @Override
  public String about() {
    return "Metadata out of JPEG and PNG of 12 megapixels; search for 200 values in 10 MB";
  }

  @Override
  public void run(Report report) throws Exception {
    BufferedImage image = picture();
    for (String format : List.of("jpeg", "png")) {
      byte[] object = written(image, format);
      ObjectType type = ObjectType.ofMediaType("image/" + format).orElseThrow();
      Stripper stripper = Strippers.of(type).orElseThrow();
      report(report, "strip-" + format, object.length, () -> stripper.strip(object));
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      values.add("Person Name " + random.nextInt(1_000_000));
    }
    byte[] noise = new byte[BYTES];
    random.nextBytes(noise);
    byte[] prose = prose();
    byte[] packed = packed(prose);
    report(report, "residue-noise", BYTES, () -> ResidueScan.of(values).in(noise));
    report(report, "residue-prose", BYTES, () -> ResidueScan.of(values).in(prose));
    report(report, "residue-packed-prose", BYTES, () -> ResidueScan.of(values).in(packed));
  }

  private static void report(Report report, String name, int bytes, Callable<?> task)
      throws Exception {
    Stopwatch.Time time = Stopwatch.median(5, 9, task);
    report.figure(name, bytes / MEGA / time.wall(), "megabytes-per-second");
    report.figure(name + "-cpu", bytes / MEGA / time.processors(), "megabytes-per-second");
  }

  private BufferedImage picture() {
    BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int grey = (x * y >> 12) + random.nextInt(24) & 0xff;
        image.setRGB(x, y, grey << 16 | grey << 8 | 0xff - grey);
      }
    }
    return image;
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private byte[] prose() {
    StringBuilder text = new StringBuilder(BYTES);
    String[] words = "the Person of Name was here in a House by the sea and wrote".split(" ");
    while (text.length() < BYTES) {
      text.append(words[random.nextInt(words.length)]);
      text.append(random.nextInt(12) == 0 ? '\n' : ' ');
    }
    return text.substring(0, BYTES).getBytes();
  }

  private static byte[] packed(byte[] object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(object);
    }
    return bytes.toByteArray();
  }
}
