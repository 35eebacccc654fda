package io.touchstone.deidentification.cleaning.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.ObjectTypes;
import io.touchstone.deidentification.cleaning.ResidueScan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever was done to an object, it is stripped or refused, in little time and memory. */
class DamagedObjectsTest {

  private static final int EACH = 12;
  private static final long MOST_MEMORY = 32 << 20;
  private static final Duration MOST_TIME = Duration.ofSeconds(60);
  private static final int SHOWN = 5;

  private final Random random = new Random(2026);

  private static List<CanaryFile> files() {
    List<CanaryFile> all =
        Stream.of(
                JpegCanaryFiles.all(),
                PngCanaryFiles.all(),
                GifCanaryFiles.all(),
                WebpCanaryFiles.all(),
                TiffCanaryFiles.all(),
                RecordingCanaryFiles.all())
            .flatMap(List::stream)
            .filter(file -> file.name().endsWith("utf8"))
            .toList();
    assertThat(all).hasSizeGreaterThan(100);
    return all;
  }

  @Test
  void a_thousand_damaged_objects_are_stripped_or_refused() {
    List<String> faults = new ArrayList<>();
    Map<ObjectType, int[]> counts = new EnumMap<>(ObjectType.class);
    assertTimeoutPreemptively(
        MOST_TIME,
        () -> {
          for (CanaryFile file : files()) {
            int[] count = counts.computeIfAbsent(file.type(), type -> new int[2]);
            for (int i = 0; i < EACH; i++) {
              strip(file, damaged(file.object()), count, faults);
            }
          }
        });

    assertThat(faults).isEmpty();
    assertThat(counts.values().stream().mapToInt(count -> count[0] + count[1]).sum())
        .isGreaterThan(1_000);
    // Of each kind some survive and some do not, so that both ways were gone.
    assertThat(counts)
        .allSatisfy((type, count) -> assertThat(Math.min(count[0], count[1])).isGreaterThan(SHOWN));
  }

  private static void strip(CanaryFile file, byte[] object, int[] count, List<String> faults) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      Strippers.of(file.type()).orElseThrow().strip(object);
      count[0]++;
    } catch (IOException e) {
      count[1]++;
    } catch (RuntimeException | StackOverflowError e) {
      faults.add(file.name() + " " + e + " " + e.getStackTrace()[0]);
    }
    if (threads.getCurrentThreadAllocatedBytes() - before > MOST_MEMORY) {
      faults.add(file.name() + " takes too much memory");
    }
  }

  @Test
  void damaged_objects_of_every_kind_are_told_and_searched_without_a_fault() throws IOException {
    List<byte[]> objects = new ArrayList<>(files().stream().map(CanaryFile::object).toList());
    objects.add(zip());
    objects.add(Samples.png(BufferedImage.TYPE_INT_ARGB, true));
    objects.add("From: a@b.example\nDate: x\n\nHello".getBytes(StandardCharsets.UTF_8));
    objects.add("<?xml version='1.0'?><!-- x --><html><p>Hello".getBytes(StandardCharsets.UTF_16));
    ResidueScan scan = ResidueScan.of(List.of("nobody-has-this-name"));
    assertTimeoutPreemptively(
        MOST_TIME,
        () -> {
          for (byte[] object : objects) {
            for (int i = 0; i < EACH; i++) {
              byte[] damaged = damaged(object);
              assertThat(ObjectTypes.of(damaged)).isNotNull();
              assertThat(scan.in(damaged)).isEmpty();
            }
          }
        });
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : List.of("[Content_Types].xml", "mimetype", "a.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write("application/x".getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Bits turned over, an end cut off, parts exchanged, repeated, or made large numbers. */
  private byte[] damaged(byte[] object) {
    byte[] all = object.clone();
    switch (random.nextInt(6)) {
      case 0 -> {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
          all[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> all = java.util.Arrays.copyOf(all, random.nextInt(all.length));
      case 2 -> {
        int length = 1 + random.nextInt(Math.max(1, all.length / 4));
        int from = random.nextInt(all.length - length + 1);
        int to = random.nextInt(all.length - length + 1);
        System.arraycopy(object, from, all, to, length);
      }
      case 3 -> {
        int place = random.nextInt(all.length);
        int end = Math.min(all.length, place + 4);
        java.util.Arrays.fill(all, place, end, (byte) (random.nextBoolean() ? 0xff : 0));
      }
      case 4 -> {
        // The beginning holds the lengths.
        int place = random.nextInt(Math.min(all.length, 64));
        all[place] = (byte) random.nextInt(256);
      }
      default -> all = JpegCanaryFiles.joined(all, object);
    }
    return all;
  }
}
