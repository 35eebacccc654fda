package io.touchstone.calculator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Judgements as CSV (RFC 4180, UTF-8): a header with the columns item, annotator and label, in any
 * order, then one judgement a row. Rows go into the tally as they come; the file is never held as a
 * whole.
 */
final class AgreementSheet {

  private static final List<String> COLUMNS = List.of("item", "annotator", "label");
  private static final Set<String> WORDS = Set.of("nominal", "ordinal", "interval", "ratio");
  private static final String TEXT = "text";

  private final String type;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * @param type of the task: the labels of multilabel, span, box and segment tasks stand as JSON in
   *     their cells
   */
  AgreementSheet(String type) {
    this.type = type;
  }

  /**
   * @throws Refusal with 422, the line in which the row begins and a sentence
   */
  void readInto(AgreementIntake intake, JudgementText sheet) throws IOException {
    try (CSVParser parser = CSVParser.parse(sheet, CSVFormat.RFC4180)) {
      Iterator<CSVRecord> rows = parser.iterator();
      List<String> header = hasNext(rows, 1) ? rows.next().toList() : List.of();
      requireColumns(header);
      long line = parser.getCurrentLineNumber() + 1;
      while (hasNext(rows, line)) {
        CSVRecord row = rows.next();
        sheet.partDone();
        if (row.size() > 1 || !row.get(0).isBlank()) {
          add(intake, header, row, line);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    }
  }

  private static boolean hasNext(Iterator<CSVRecord> rows, long line) {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw invalid(
          line,
          "The quotes of the row do not fit. Put a cell with quotes, commas or line breaks in quotes"
              + " and double the quotes within it.");
    }
  }

  private void add(AgreementIntake intake, List<String> header, CSVRecord row, long line) {
    if (row.size() != header.size()) {
      throw invalid(
          line, "The row has not as many cells as the header. Put a cell with commas in quotes.");
    }
    String label = row.get(header.indexOf("label"));
    if (label.isBlank() && !type.equals(TEXT)) {
      throw invalid(
          line, "A judgement lacks its item, annotator or label: leave out what nobody judged.");
    }
    try {
      intake.add(
          row.get(header.indexOf("item")), row.get(header.indexOf("annotator")), label(label));
    } catch (IllegalArgumentException e) {
      throw invalid(line, e.getMessage());
    }
  }

  private JsonNode label(String cell) {
    if (WORDS.contains(type) || type.equals(TEXT)) {
      return TextNode.valueOf(cell);
    }
    try {
      return json.readTree(cell);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The label of this type is a list in JSON, and the cell is none.");
    }
  }

  private static void requireColumns(List<String> header) {
    if (header.size() != COLUMNS.size() || !new TreeSet<>(header).containsAll(COLUMNS)) {
      throw invalid(
          1,
          "The first row names the columns item, annotator and label, and no others, with commas"
              + " between them.");
    }
  }

  private static Refusal invalid(long line, String sentence) {
    return new Refusal(
        422,
        "invalid-judgements",
        "Line " + line + ": " + sentence,
        Map.of("where", "line " + line, "line", line));
  }
}
