package io.touchstone.operation.firstday;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

  /** What the page makes of a longer name. */
  private static final int LONGEST_ID = 40;

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
    String whole = category.toLowerCase(Locale.ROOT).replace("?", "").replace('_', '-');
    return whole.substring(0, Math.min(whole.length(), LONGEST_ID)).replaceAll("-$", "");
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
    return labelByText.get(written(shown));
  }

  /** The text as its writer wrote it: the one that is most like what is shown. */
  private String written(String shown) {
    if (labelByText.containsKey(shown)) {
      return shown;
    }
    Set<String> words = words(shown);
    return labelByText.keySet().stream()
        .max(Comparator.comparingDouble(each -> likeness(words, words(each))))
        .orElseThrow();
  }

  /**
   * Whole words that are shown and that nobody wrote: an officer takes them for a person's; empty
   * where there are none, or where they are the product's mask.
   */
  String strange(String shown) {
    String written = written(shown);
    int start = 0;
    while (start < Math.min(shown.length(), written.length())
        && shown.charAt(start) == written.charAt(start)) {
      start++;
    }
    int end = shown.length();
    for (int back = 1;
        end > start
            && back <= written.length() - start
            && shown.charAt(end - 1) == written.charAt(written.length() - back);
        back++) {
      end--;
    }
    if (start == end) {
      return "";
    }
    int from = shown.lastIndexOf(' ', start) + 1;
    int to = shown.indexOf(' ', end - 1);
    String words = shown.substring(from, to < 0 ? shown.length() : to).strip();
    return words.contains("[") ? "" : words;
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
