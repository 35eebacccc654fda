package io.touchstone.release.format;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.answer.spans.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the files of a dataset version with a JSON parser that shares nothing with the writer, as a
 * program that trains on it would.
 */
public final class DatasetReader {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final Set<String> OF_LABEL = Set.of("id", "text", "label", "votes", "method");
  private static final Set<String> OF_SPANS = Set.of("id", "text", "spans", "judgements", "method");
  private static final Set<String> OF_SOFT = Set.of("labels", "method", "version");
  private static final Set<String> OF_FILE = Set.of("path", "mediaType", "sha256", "bytes");
  private static final Set<String> OF_SPAN = Set.of("start", "end", "label", "text", "votes");

  private DatasetReader() {}

  /** A file does not hold records; the sentence says where, and quotes nothing. */
  public static final class Unreadable extends RuntimeException {

    Unreadable(String file, long line) {
      super(file + " line " + line + " is not a record.");
    }
  }

  /** Records of one file, in its order; to be closed. */
  public static final class Records implements Iterator<DatasetRecord>, AutoCloseable {

    private final String file;
    private final MappingIterator<JsonNode> lines;
    private long line;

    private Records(Path path) throws IOException {
      file = path.getFileName().toString();
      lines =
          JSON.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValues(path.toFile());
    }

    @Override
    public boolean hasNext() {
      try {
        return lines.hasNextValue();
      } catch (IOException e) {
        throw new Unreadable(file, line + 1);
      }
    }

    @Override
    public DatasetRecord next() {
      line++;
      JsonNode node = read();
      Set<String> keys = keys(node);
      keys.remove("split");
      keys.remove("file");
      boolean soft = keys.remove("soft");
      if (!keys.equals(OF_LABEL) && (soft || !keys.equals(OF_SPANS))) {
        throw new Unreadable(file, line);
      }
      return new DatasetRecord(
          text(node, "id"),
          text(node, "text"),
          Optional.ofNullable(node.get("file")).map(this::file),
          keys.equals(OF_LABEL) ? oneLabel(node) : markedSpans(node),
          text(node, "method"),
          Optional.ofNullable(node.get("split")).map(JsonNode::textValue));
    }

    private RecordFile file(JsonNode node) {
      if (!keys(node).equals(OF_FILE)) {
        throw new Unreadable(file, line);
      }
      return new RecordFile(
          text(node, "path"), text(node, "mediaType"), text(node, "sha256"), whole(node, "bytes"));
    }

    private RecordAnswer oneLabel(JsonNode node) {
      SortedMap<String, Integer> votes = new TreeMap<>(Utf8Order.INSTANCE);
      node.get("votes").properties().forEach(v -> votes.put(v.getKey(), v.getValue().intValue()));
      return new RecordAnswer.OneLabel(
          text(node, "label"), votes, Optional.ofNullable(node.get("soft")).map(this::softLabel));
    }

    private SoftLabel softLabel(JsonNode node) {
      if (!keys(node).equals(OF_SOFT)) {
        throw new Unreadable(file, line);
      }
      SortedMap<String, BigDecimal> labels = new TreeMap<>(Utf8Order.INSTANCE);
      node.get("labels")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().decimalValue()));
      return new SoftLabel(labels, text(node, "method"), text(node, "version"));
    }

    private RecordAnswer markedSpans(JsonNode node) {
      if (!node.get("spans").isArray()) {
        throw new Unreadable(file, line);
      }
      List<RecordAnswer.MarkedSpan> spans = new ArrayList<>();
      for (JsonNode span : node.get("spans")) {
        if (!keys(span).equals(OF_SPAN)) {
          throw new Unreadable(file, line);
        }
        spans.add(
            new RecordAnswer.MarkedSpan(
                new Span(
                    whole(span, "start"),
                    whole(span, "end"),
                    text(span, "label"),
                    text(span, "text")),
                whole(span, "votes")));
      }
      return new RecordAnswer.MarkedSpans(spans, whole(node, "judgements"));
    }

    private static Set<String> keys(JsonNode node) {
      Set<String> keys = new HashSet<>();
      node.fieldNames().forEachRemaining(keys::add);
      return keys;
    }

    private int whole(JsonNode node, String key) {
      if (!node.get(key).isInt()) {
        throw new Unreadable(file, line);
      }
      return node.get(key).intValue();
    }

    private JsonNode read() {
      try {
        return lines.nextValue();
      } catch (IOException e) {
        throw new Unreadable(file, line);
      }
    }

    private String text(JsonNode node, String key) {
      if (!node.get(key).isTextual()) {
        throw new Unreadable(file, line);
      }
      return node.get(key).textValue();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  /** Opens one file of records. */
  public static Records records(Path file) throws IOException {
    return new Records(file);
  }

  /** The files of records below the directory, ordered by name. */
  public static List<Path> dataFiles(Path directory) throws IOException {
    return Checksums.files(directory).stream()
        .filter(path -> path.startsWith("data/") && path.endsWith(".jsonl"))
        .map(directory::resolve)
        .toList();
  }

  /** Name of the split that a file of records belongs to. */
  public static String splitOf(Path dataFile) {
    String name = dataFile.getFileName().toString();
    return name.substring(0, name.indexOf('-'));
  }

  /** The class map of the directory. */
  public static ClassMap classMap(Path directory) throws IOException {
    JsonNode classes =
        JSON.<JsonNode>readValue(Files.readAllBytes(directory.resolve("meta/class-map.json")))
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
