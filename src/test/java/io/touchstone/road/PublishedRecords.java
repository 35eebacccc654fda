package io.touchstone.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.spans.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in a published dataset's files, read as anybody may read it. */
final class PublishedRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishedRecords() {}

  /**
   * All records of a project's dataset by their text.
   *
   * @param data the installation's data folder
   */
  static Map<String, JsonNode> byText(Path data, String project) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(data.resolve(Path.of("datasets", project, project, "data")))) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          records.add(JSON.readTree(line));
        }
      }
    }
    return records.stream()
        .collect(Collectors.toMap(record -> record.get("text").asText(), record -> record));
  }

  /** The spans of a record, in its order. */
  static List<Span> spans(JsonNode record) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : record.get("spans")) {
      spans.add(
          new Span(
              span.get("start").asInt(),
              span.get("end").asInt(),
              span.get("label").asText(),
              span.get("text").asText()));
    }
    return spans;
  }
}
