package io.touchstone.release.format;

import io.touchstone.project.Splits;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that lines are spread over, by the part of their record and by its id. */
public final class SplitFiles implements Closeable {

  /** Records that one file holds on average. */
  private static final int RECORDS_PER_SHARD = 10_000;

  /**
   * Files that the records of a part are spread over by a hash of their id, so that a change of one
   * record changes one file.
   *
   * @param count number of files, at least 1
   */
  private record Shards(String split, int count) {

    /** As many files as the records need. */
    static Shards of(String split, long records) {
      return new Shards(
          split, (int) Math.max(1, (records + RECORDS_PER_SHARD - 1) / RECORDS_PER_SHARD));
    }

    /** Number of the file that the item belongs to, from 0. */
    int shardOf(String itemId) {
      byte[] digest = Digests.sha256(itemId.getBytes(StandardCharsets.UTF_8));
      return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), count);
    }

    /**
     * File name of the shard, as the Hugging Face repository structure has it.
     *
     * @param ending without the dot
     */
    String fileName(int shard, String ending) {
      return String.format(Locale.ROOT, "%s-%05d-of-%05d.%s", split, shard, count, ending);
    }
  }

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

  /**
   * Takes records as lines; these files are complete once it is closed.
   *
   * @param line of a record, without its end
   */
  public DatasetFormat.Sink taking(Function<DatasetRecord, String> line) {
    return new DatasetFormat.Sink() {
      @Override
      public void accept(DatasetRecord record) {
        append(record, line.apply(record));
      }

      @Override
      public void close() throws IOException {
        SplitFiles.this.close();
      }
    };
  }

  /** The line of a record. */
  public void append(DatasetRecord record, String line) {
    append(record.split().orElse(Splits.ALL), record.id(), line);
  }

  public void append(String split, String id, String line) {
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
