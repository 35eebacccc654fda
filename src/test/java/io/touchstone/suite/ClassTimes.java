package io.touchstone.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Seconds of processor time by test class.
 *
 * @param seconds by the name of the class
 */
record ClassTimes(Map<String, Double> seconds) {

  /** A class that the machine's noise lengthens by less than this is not looked at. */
  private static final double GRACE_SECONDS = 10;

  /** Classes shorter than this say nothing about the machine. */
  private static final double TELLING_SECONDS = 1;

  private static final int TELLING_CLASSES = 10;

  /** Reads lines of name and seconds, divided by a tab; comments begin with a #. */
  static ClassTimes read(Path file) {
    Map<String, Double> seconds = new TreeMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(cells -> seconds.merge(cells[0], Double.valueOf(cells[1]), Double::sum));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClassTimes(seconds);
  }

  /** All that the JVMs of one run have written into a folder; empty where there is none. */
  static ClassTimes readAll(Path folder) {
    Map<String, Double> all = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(
            file ->
                read(file).seconds.forEach((name, value) -> all.merge(name, value, Double::sum)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ClassTimes(all);
  }

  double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * How much slower this run was than the one that is on record: the median over the classes that
   * take long enough to tell, at least 1; 1 where there are too few of them.
   */
  double slowerThan(ClassTimes recorded) {
    List<Double> ratios =
        seconds.entrySet().stream()
            .filter(entry -> recorded.of(entry.getKey()) >= TELLING_SECONDS)
            .map(entry -> entry.getValue() / recorded.of(entry.getKey()))
            .sorted()
            .toList();
    return ratios.size() < TELLING_CLASSES ? 1 : Math.max(1, ratios.get(ratios.size() / 2));
  }

  /**
   * One sentence for each class that takes twice the time on record, the slowness of the run
   * allowed for; a class that is on no record yet has none to double.
   */
  List<String> doubled(ClassTimes recorded) {
    double slowness = slowerThan(recorded);
    List<String> sentences = new ArrayList<>();
    seconds.forEach(
        (name, value) -> {
          double expected = recorded.of(name) * slowness;
          if (expected > 0 && value > 2 * expected && value - expected > GRACE_SECONDS * slowness) {
            sentences.add(
                "%s took %.1f s; on record are %.1f s, in a run %.2f times as fast. Find out why, or"
                        .formatted(name, value, recorded.of(name), slowness)
                    + " put the new time on record.");
          }
        });
    return sentences;
  }

  /** Name and seconds of each class that takes so long at least, the longest first. */
  List<String> longest(double leastSeconds) {
    return seconds.entrySet().stream()
        .filter(entry -> entry.getValue() >= leastSeconds)
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> "%s\t%.1f".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private double of(String name) {
    return seconds.getOrDefault(name, 0.0);
  }
}
