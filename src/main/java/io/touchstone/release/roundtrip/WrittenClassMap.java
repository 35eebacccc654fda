package io.touchstone.release.roundtrip;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.release.format.ClassMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class map as it stands in a version, read by a parser that shares nothing with its writer.
 */
final class WrittenClassMap {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private WrittenClassMap() {}

  /** The class map of a version. */
  static ClassMap of(Path version) throws IOException {
    JsonNode classes =
        JSON.<JsonNode>readValue(Files.readAllBytes(version.resolve("meta/class-map.json")))
            .get("classes");
    List<ClassMap.Entry> entries = new ArrayList<>();
    for (JsonNode entry : classes) {
      entries.add(
          new ClassMap.Entry(
              entry.get("number").intValue(),
              entry.get("label").textValue(),
              entry.get("name").textValue(),
              entry.get("retired").booleanValue()));
    }
    return new ClassMap(entries);
  }
}
