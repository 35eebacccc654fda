package io.touchstone.release;

import io.touchstone.release.format.DatasetReader;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.RecordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts and files that training would see in one split and be tested on in another. */
final class SplitLeaks {

  private SplitLeaks() {}

  /** How many records have a text that an earlier file of another split has. */
  static long count(List<Path> files) throws IOException {
    if (files.stream().map(DatasetReader::splitOf).distinct().count() < 2) {
      return 0;
    }
    Map<String, String> splitByText = new HashMap<>();
    long leaking = 0;
    for (Path file : files) {
      String split = DatasetReader.splitOf(file);
      try (DatasetReader.Records records = DatasetReader.records(file)) {
        while (records.hasNext()) {
          DatasetRecord record = records.next();
          String first = splitByText.putIfAbsent(content(record), split);
          if (first != null && !first.equals(split)) {
            leaking++;
          }
        }
      }
    }
    return leaking;
  }

  private static String content(DatasetRecord record) {
    return record
        .file()
        .map(RecordFile::sha256)
        .orElseGet(() -> Digests.sha256Hex(record.text().getBytes(StandardCharsets.UTF_8)));
  }
}
