package io.touchstone.operation.firstday;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files that the data manager has on her disk: banking77's questions under all 77 labels. */
final class Questions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final Map<String, String> labelByText = new HashMap<>();

  Questions(Path data) {
    this.data = data;
  }

  /** One name a line, as she pastes them. */
  String labelNames() throws IOException {
    List<String> names = new ArrayList<>();
    JSON.readTree(data.resolve("categories.json").toFile())
        .forEach(each -> names.add(name(each.textValue())));
    return String.join("\n", names);
  }

  private static String name(String category) {
    String words = category.replace("?", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String id(String category) {
    return category.toLowerCase(Locale.ROOT).replace("?", "").replace('_', '-');
  }

  /** So many rows of the test half, spread over all labels, as a spreadsheet saves them. */
  void writeRows(Path file, int count) throws IOException {
    StringBuilder csv = new StringBuilder("id,text\n");
    List<CSVRecord> rows = records("test.csv");
    for (int i = 0; i < count; i++) {
      CSVRecord row = rows.get((int) ((long) i * rows.size() / count));
      labelByText.put(row.get("text"), id(row.get("category")));
      csv.append("q-").append(i + 1).append(",\"");
      csv.append(row.get("text").replace("\"", "\"\"")).append("\"\n");
    }
    Files.writeString(file, csv);
  }

  /** So many known answers of the training half. */
  void writeGold(Path file, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    List<CSVRecord> rows = records("train.csv");
    for (int i = 0; i < count; i++) {
      CSVRecord row = rows.get((int) ((long) i * rows.size() / count));
      labelByText.put(row.get("text"), id(row.get("category")));
      ObjectNode line = JSON.createObjectNode();
      line.put("id", "gold-" + (i + 1));
      line.put("text", row.get("text"));
      line.put("label", id(row.get("category")));
      lines.append(line).append('\n');
    }
    Files.writeString(file, lines);
  }

  private List<CSVRecord> records(String file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            Files.newBufferedReader(data.resolve(file)),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  /** The true label of a text as it is shown, where a part of it may be masked. */
  String labelOf(String shown) {
    String known = labelByText.get(shown);
    if (known != null) {
      return known;
    }
    Set<String> words = words(shown);
    return labelByText.entrySet().stream()
        .max(java.util.Comparator.comparingDouble(each -> likeness(words, words(each.getKey()))))
        .orElseThrow()
        .getValue();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+")).collect(Collectors.toSet());
  }

  /** Jaccard's coefficient. */
  private static double likeness(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return (double) both.size() / (one.size() + other.size() - both.size());
  }
}
