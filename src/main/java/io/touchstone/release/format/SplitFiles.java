package io.touchstone.release.format;

import io.touchstone.project.Splits;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Files that lines are spread over, by the part of their record and by its id. */
public final class SplitFiles implements Closeable {

  private final byte[] lineEnd;
  private final Map<String, Shards> shards = new HashMap<>();
  private final Map<String, List<OutputStream>> files = new HashMap<>();

  /**
   * @param ending of the files' names, without the dot
   * @param lineEnd what comes after each line
   * @param perSplit how many records each part has
   */
  public SplitFiles(Path directory, String ending, String lineEnd, SortedMap<String, Long> perSplit)
      throws IOException {
    this.lineEnd = lineEnd.getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(directory);
    for (Map.Entry<String, Long> part : perSplit.entrySet()) {
      Shards ofPart = Shards.of(part.getKey(), part.getValue());
      List<OutputStream> open = new ArrayList<>();
      for (int shard = 0; shard < ofPart.count(); shard++) {
        Path file = directory.resolve(ofPart.fileName(shard, ending));
        open.add(new BufferedOutputStream(Files.newOutputStream(file)));
      }
      shards.put(part.getKey(), ofPart);
      files.put(part.getKey(), open);
    }
  }

  /** The files of a folder with that ending, ordered by name; none if it is missing. */
  public static List<Path> in(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("." + ending))
          .sorted(Comparator.comparing(Path::toString, Utf8Order.INSTANCE))
          .toList();
    }
  }

  /** A line at the beginning of each file, before any other. */
  public void head(String line) throws IOException {
    for (List<OutputStream> open : files.values()) {
      for (OutputStream file : open) {
        write(file, line);
      }
    }
  }

  /** The line of a record. */
  public void append(DatasetRecord record, String line) {
    append(record.split().orElse(Splits.ALL), record.id(), line);
  }

  void append(String split, String id, String line) {
    if (!shards.containsKey(split)) {
      throw new IllegalStateException(
          "The rows changed while the dataset was written: part "
              + split
              + " was not promised. Build the version again.");
    }
    try {
      write(files.get(split).get(shards.get(split).shardOf(id)), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(OutputStream file, String line) throws IOException {
    file.write(line.getBytes(StandardCharsets.UTF_8));
    file.write(lineEnd);
  }

  @Override
  public void close() throws IOException {
    for (List<OutputStream> open : files.values()) {
      for (OutputStream file : open) {
        file.close();
      }
    }
  }
}
