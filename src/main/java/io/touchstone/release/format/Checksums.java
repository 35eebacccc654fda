package io.touchstone.release.format;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The file {@code sha256sums.txt} of a directory, as {@code sha256sum -c} reads it. */
public final class Checksums {

  /** Name of the file, at the root of the directory it covers. */
  public static final String FILE = "sha256sums.txt";

  private static final int HEX_DIGITS = 64;

  private Checksums() {}

  /** Writes the sums of all other files of the directory and returns the SHA-256 of the list. */
  public static String write(Path directory) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String path : files(directory)) {
      if (!path.equals(FILE)) {
        list.append(Digests.sha256Hex(directory.resolve(path))).append("  ").append(path);
        list.append('\n');
      }
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(directory.resolve(FILE), bytes);
    return Digests.sha256Hex(bytes);
  }

  /** Digest of the whole directory: the SHA-256 of the list. */
  public static String root(Path directory) throws IOException {
    return Digests.sha256Hex(directory.resolve(FILE));
  }

  /** Paths whose sum differs, that are missing, or that no line covers; empty if all is well. */
  public static List<String> faults(Path directory) throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    for (String line : Files.readAllLines(directory.resolve(FILE))) {
      if (line.length() < HEX_DIGITS + 3) {
        return List.of(FILE);
      }
      listed.put(line.substring(HEX_DIGITS + 2), line.substring(0, HEX_DIGITS));
    }
    List<String> faults = new ArrayList<>();
    for (String path : files(directory)) {
      String expected = listed.remove(path);
      if (!path.equals(FILE) && !Digests.sha256Hex(directory.resolve(path)).equals(expected)) {
        faults.add(path);
      }
    }
    faults.addAll(listed.keySet());
    return faults;
  }

  /** Relative paths of all regular files, with forward slashes, ordered by their UTF-8 bytes. */
  public static List<String> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace(File.separatorChar, '/'))
          .sorted(Utf8Order.INSTANCE)
          .toList();
    }
  }
}
