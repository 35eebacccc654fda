package io.touchstone.release.format.jsonl;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.answer.abstention.Abstention;
import io.touchstone.answer.spans.Span;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.SoftLabel;
import io.touchstone.release.format.SplitFiles;
import io.touchstone.release.format.Utf8Order;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads JSON Lines with a parser that shares nothing with the writer, as a program that trains on
 * them would.
 */
public final class JsonLinesReader {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final Set<String> OF_RECORD = Set.of("id", "text", "method");
  private static final Set<String> OF_LABEL = Set.of("label", "votes");
  private static final Set<String> OF_SPANS = Set.of("spans", "judgements");
  private static final Set<String> OF_CLASSES = Set.of("classes", "votes", "judgements");
  private static final Set<String> OF_NOTHING = Set.of(Abstention.KIND.member());
  private static final Set<String> OF_SCALE = Set.of("scale", "votes");
  private static final Set<String> OF_SEVERAL = Set.of("answers");
  private static final Set<String> OF_SOFT = Set.of("labels", "method", "version");
  private static final Set<String> OF_FILE = Set.of("path", "mediaType", "sha256", "bytes");
  private static final Set<String> OF_SPAN = Set.of("start", "end", "label", "text", "votes");

  private JsonLinesReader() {}

  /** Records of one file, in its order; to be closed. */
  public static final class Records implements DatasetFormat.Source {

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
        throw new DatasetFormat.Unreadable(file, line + 1);
      }
    }

    @Override
    public DatasetRecord next() {
      line++;
      JsonNode node = read();
      Set<String> keys = keys(node);
      keys.remove("split");
      keys.remove("file");
      if (!keys.containsAll(OF_RECORD)) {
        throw new DatasetFormat.Unreadable(file, line);
      }
      keys.removeAll(OF_RECORD);
      return new DatasetRecord(
          text(node, "id"),
          text(node, "text"),
          Optional.ofNullable(node.get("file")).map(this::file),
          answer(node, keys),
          text(node, "method"),
          Optional.ofNullable(node.get("split")).map(JsonNode::textValue));
    }

    private RecordFile file(JsonNode node) {
      if (!keys(node).equals(OF_FILE)) {
        throw new DatasetFormat.Unreadable(file, line);
      }
      return new RecordFile(
          text(node, "path"), text(node, "mediaType"), text(node, "sha256"), whole(node, "bytes"));
    }

    private RecordAnswer answer(JsonNode node, Set<String> keys) {
      if (keys.equals(OF_SEVERAL)) {
        return several(node.get("answers"));
      }
      return oneOf(node, keys).orElseThrow(() -> new DatasetFormat.Unreadable(file, line));
    }

    private RecordAnswer several(JsonNode answers) {
      SortedMap<String, RecordAnswer> byQuestion = new TreeMap<>();
      for (Map.Entry<String, JsonNode> each : answers.properties()) {
        byQuestion.put(
            each.getKey(),
            oneOf(each.getValue(), keys(each.getValue()))
                .orElseThrow(() -> new DatasetFormat.Unreadable(file, line)));
      }
      if (byQuestion.isEmpty()) {
        throw new DatasetFormat.Unreadable(file, line);
      }
      return new RecordAnswer.Several(byQuestion);
    }

    /** The answer to one question that has exactly these keys. */
    private Optional<RecordAnswer> oneOf(JsonNode node, Set<String> keys) {
      if (keys.equals(OF_NOTHING)) {
        return Optional.of(new RecordAnswer.Abstention(text(node, Abstention.KIND.member())));
      }
      Set<String> left = new HashSet<>(keys);
      boolean soft = left.remove("soft");
      if (left.equals(OF_LABEL)) {
        return Optional.of(oneLabel(node));
      }
      if (soft) {
        return Optional.empty();
      }
      if (left.equals(OF_CLASSES)) {
        return Optional.of(chosenClasses(node));
      }
      if (left.equals(OF_SCALE)) {
        return Optional.of(new RecordAnswer.Rated(whole(node, "scale"), votes(node)));
      }
      return left.equals(OF_SPANS) ? Optional.of(markedSpans(node)) : Optional.empty();
    }

    private RecordAnswer chosenClasses(JsonNode node) {
      List<String> labels = new ArrayList<>();
      for (JsonNode label : node.get("classes")) {
        if (!label.isTextual()) {
          throw new DatasetFormat.Unreadable(file, line);
        }
        labels.add(label.textValue());
      }
      return new RecordAnswer.ChosenClasses(labels, votes(node), whole(node, "judgements"));
    }

    private static SortedMap<String, Integer> votes(JsonNode node) {
      SortedMap<String, Integer> votes = new TreeMap<>(Utf8Order.INSTANCE);
      node.get("votes").properties().forEach(v -> votes.put(v.getKey(), v.getValue().intValue()));
      return votes;
    }

    private RecordAnswer oneLabel(JsonNode node) {
      return new RecordAnswer.OneLabel(
          text(node, "label"),
          votes(node),
          Optional.ofNullable(node.get("soft")).map(this::softLabel));
    }

    private SoftLabel softLabel(JsonNode node) {
      if (!keys(node).equals(OF_SOFT)) {
        throw new DatasetFormat.Unreadable(file, line);
      }
      SortedMap<String, BigDecimal> labels = new TreeMap<>(Utf8Order.INSTANCE);
      node.get("labels")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().decimalValue()));
      return new SoftLabel(labels, text(node, "method"), text(node, "version"));
    }

    private RecordAnswer markedSpans(JsonNode node) {
      if (!node.get("spans").isArray()) {
        throw new DatasetFormat.Unreadable(file, line);
      }
      List<RecordAnswer.MarkedSpan> spans = new ArrayList<>();
      for (JsonNode span : node.get("spans")) {
        if (!keys(span).equals(OF_SPAN)) {
          throw new DatasetFormat.Unreadable(file, line);
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
        throw new DatasetFormat.Unreadable(file, line);
      }
      return node.get(key).intValue();
    }

    private JsonNode read() {
      try {
        return lines.nextValue();
      } catch (IOException e) {
        throw new DatasetFormat.Unreadable(file, line);
      }
    }

    private String text(JsonNode node, String key) {
      if (!node.get(key).isTextual()) {
        throw new DatasetFormat.Unreadable(file, line);
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

  /** The files of records of a version, ordered by name. */
  public static List<Path> files(Path version) throws IOException {
    return SplitFiles.in(version.resolve(JsonLines.FOLDER), JsonLines.ID);
  }

  /** Name of the split that a file of records belongs to. */
  public static String splitOf(Path dataFile) {
    String name = dataFile.getFileName().toString();
    return name.substring(0, name.indexOf('-'));
  }
}
