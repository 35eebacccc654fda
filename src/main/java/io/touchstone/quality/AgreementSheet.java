package io.touchstone.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Judgements as CSV (RFC 4180, UTF-8): a header with the columns item, annotator and label, in any
 * order, then one judgement a row. Rows go into the tally as they come; the file is never held as a
 * whole.
 */
final class AgreementSheet {

  private static final Set<String> COLUMNS = Set.of("item", "annotator", "label");
  private static final Set<String> WORDS = Set.of("nominal", "ordinal", "interval", "ratio");
  private static final String TEXT = "text";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String type;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param type of the task: the labels of multilabel, span, box and segment tasks stand as JSON in
   *     their cells
   */
  AgreementSheet(String type) {
    this.type = type;
  }

  /**
   * @throws Refusal with 422, the line and a sentence
   */
  void readInto(Tally tally, Reader sheet) throws IOException {
    try (CSVParser parser = CSVParser.parse(withoutMark(sheet), CSV)) {
      requireColumns(parser.getHeaderNames());
      Iterator<CSVRecord> rows = parser.iterator();
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        String where = "line " + parser.getCurrentLineNumber();
        add(tally, row, where);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw AgreementCalculator.invalid(
          "judgements",
          "The quotes of a row do not fit. Put a cell with quotes, commas or line breaks in quotes"
              + " and double the quotes within it.");
    }
  }

  private void add(Tally tally, CSVRecord row, String where) {
    if (!row.isConsistent()) {
      throw AgreementCalculator.invalid(
          where, "The row has not as many cells as the header. Put a cell with commas in quotes.");
    }
    String item = row.get("item");
    String annotator = row.get("annotator");
    String label = row.get("label");
    if (item.isBlank() || annotator.isBlank() || label.isBlank() && !type.equals(TEXT)) {
      throw AgreementCalculator.invalid(
          where, "A judgement lacks its item, annotator or label: leave out what nobody judged.");
    }
    AgreementCalculator.add(tally, item, annotator, label(label, where), where);
  }

  private JsonNode label(String cell, String where) {
    if (WORDS.contains(type) || type.equals(TEXT)) {
      return TextNode.valueOf(cell);
    }
    try {
      return json.readTree(cell);
    } catch (JsonProcessingException e) {
      throw AgreementCalculator.invalid(
          where, "The label of this type is a list in JSON, and the cell is none.");
    }
  }

  private static void requireColumns(List<String> header) {
    if (header.size() != COLUMNS.size() || !COLUMNS.containsAll(header)) {
      throw AgreementCalculator.invalid(
          "line 1", "The first row names the columns item, annotator and label, and no others.");
    }
  }

  private static Reader withoutMark(Reader sheet) throws IOException {
    PushbackReader reader = new PushbackReader(sheet);
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }
}
