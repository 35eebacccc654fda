package io.touchstone.release.format;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Files that lines are spread over, by the part of their record and by its id. */
final class SplitFiles implements Closeable {

  private final Map<String, Shards> shards = new HashMap<>();
  private final Map<String, List<OutputStream>> files = new HashMap<>();

  /**
   * @param perSplit how many records each part has
   */
  SplitFiles(Path directory, SortedMap<String, Long> perSplit) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, Long> part : perSplit.entrySet()) {
      Shards ofPart = Shards.of(part.getKey(), part.getValue());
      List<OutputStream> open = new ArrayList<>();
      for (int shard = 0; shard < ofPart.count(); shard++) {
        Path file = directory.resolve(ofPart.fileName(shard));
        open.add(new BufferedOutputStream(Files.newOutputStream(file)));
      }
      shards.put(part.getKey(), ofPart);
      files.put(part.getKey(), open);
    }
  }

  void append(String split, String id, String line) {
    if (!shards.containsKey(split)) {
      throw new IllegalStateException(
          "The rows changed while the dataset was written: part "
              + split
              + " was not promised. Build the version again.");
    }
    try {
      OutputStream file = files.get(split).get(shards.get(split).shardOf(id));
      file.write(line.getBytes(StandardCharsets.UTF_8));
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
