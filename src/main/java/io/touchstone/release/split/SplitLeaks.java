package io.touchstone.release.split;

import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Texts and files that training would see in one split and be tested on in another, and texts that
 * nearly say the same.
 */
public final class SplitLeaks {

  private final Map<String, Integer> groups;
  private final Map<String, String> splitByContent = new HashMap<>();
  private final Map<Integer, String> splitByGroup = new HashMap<>();

  private SplitLeaks(Map<String, Integer> groups) {
    this.groups = groups;
  }

  /**
   * How many records have a text that an earlier file of another split has, or belong to a group of
   * near duplicates of which another one is there.
   *
   * @param groups of items by id; asked for only where there are two splits
   */
  public static long count(List<Path> files, Supplier<Map<String, Integer>> groups)
      throws IOException {
    if (files.stream().map(JsonLinesReader::splitOf).distinct().count() < 2) {
      return 0;
    }
    SplitLeaks leaks = new SplitLeaks(groups.get());
    long leaking = 0;
    for (Path file : files) {
      String split = JsonLinesReader.splitOf(file);
      try (JsonLinesReader.Records records = JsonLinesReader.records(file)) {
        while (records.hasNext()) {
          leaking += leaks.leaks(records.next(), split) ? 1 : 0;
        }
      }
    }
    return leaking;
  }

  private boolean leaks(DatasetRecord record, String split) {
    boolean same = !first(splitByContent, content(record), split).equals(split);
    Optional<Integer> group = Optional.ofNullable(groups.get(record.id()));
    return same || group.filter(of -> !first(splitByGroup, of, split).equals(split)).isPresent();
  }

  private static <T> String first(Map<T, String> splits, T key, String split) {
    return splits.computeIfAbsent(key, none -> split);
  }

  private static String content(DatasetRecord record) {
    return record
        .file()
        .map(RecordFile::sha256)
        .orElseGet(() -> Digests.sha256Hex(record.text().getBytes(StandardCharsets.UTF_8)));
  }
}
