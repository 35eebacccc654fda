package io.touchstone.ingestion.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.ingestion.row.CsvRowParser;
import io.touchstone.ingestion.row.RawRow;
import io.touchstone.ingestion.row.Reason;
import io.touchstone.ingestion.row.Row;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.RowPosition;
import io.touchstone.ingestion.row.RowReader;
import io.touchstone.ingestion.row.RowSplitter;
import io.touchstone.ingestion.row.RowText;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.project.RowNames;
import io.touchstone.project.Tie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first rows of a file and what a delivery would do with its columns and rows, found out by the
 * reader of deliveries itself. Whoever has the file may see its cells; they are kept nowhere.
 */
final class FirstRows {

  /** Rows that are shown. */
  static final int SHOWN = 5;

  /** Rows in which fields of JSON are looked for. */
  private static final int FOR_COLUMNS = 100;

  private static final int SENTENCES = 5;
  private static final int LONGEST_CELL = 200;
  private static final String SUGGESTIONS = "suggestions";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SourceFormat format;
  private final byte[] file;
  private final int end;
  private final RowForm form;

  private FirstRows(SourceFormat format, byte[] file, int end, RowForm form) {
    this.format = format;
    this.file = file;
    this.end = end;
    this.form = form;
  }

  /**
   * A column and what becomes of it; refused where nothing is said.
   *
   * @param part text, id, suggestions, or the tie that it says
   * @param rule as the project's description writes it
   */
  record ColumnUse(String name, Optional<String> part, Optional<String> rule) {}

  /**
   * A row.
   *
   * @param line on which it begins
   * @param cells by column, cut where they are long; empty where the row has none
   * @param fault why the row would be refused
   */
  record ShownRow(long line, List<String> cells, Optional<String> fault) {}

  /**
   * What a file looks like.
   *
   * @param read how many rows were looked at, the header aside
   * @param refused how many of them, or the header, would be refused
   * @param faults why, of the first few
   * @param whole whether that is all of the file
   */
  record Seen(
      List<ColumnUse> columns,
      List<ShownRow> rows,
      long read,
      long refused,
      List<String> faults,
      boolean whole) {}

  /**
   * Looks at a file.
   *
   * @param cut whether the file goes on after these bytes
   */
  static Seen of(SourceFormat format, byte[] file, boolean cut, RowForm form) throws IOException {
    // A row that begins before this ends within the bytes, whatever is in it.
    int end = cut ? Math.max(1, file.length - RowSplitter.MAXIMUM_ROW_BYTES) : file.length;
    return new FirstRows(format, file, end, form).seen(!cut);
  }

  /** What the reader of deliveries says of the rows. */
  private static final class Outcomes {
    private long read;
    private long refused;
    private final List<String> sentences = new ArrayList<>();
    private final Map<Long, String> byLine = new LinkedHashMap<>();
  }

  private Seen seen(boolean whole) throws IOException {
    Outcomes outcomes = outcomes();
    List<Map<String, String>> cells = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    List<String> names = cells(lines, cells);
    List<ShownRow> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, lines.size()); i++) {
      Map<String, String> row = cells.get(i);
      rows.add(
          new ShownRow(
              lines.get(i),
              names.stream().map(name -> row.getOrDefault(name, "")).toList(),
              Optional.ofNullable(outcomes.byLine.get(lines.get(i)))));
    }
    if (outcomes.read == 0 && outcomes.refused == 0) {
      outcomes.sentences.add("The file holds no rows. Choose one with at least one row.");
    }
    return new Seen(
        names.stream().map(this::use).toList(),
        rows,
        outcomes.read,
        outcomes.refused,
        List.copyOf(outcomes.sentences),
        whole);
  }

  private Outcomes outcomes() throws IOException {
    Outcomes outcomes = new Outcomes();
    RowReader reader =
        RowReader.open(format, new ByteArrayInputStream(file), RowPosition.START, form);
    while (reader.position().offset() < end) {
      Optional<Row> row = reader.next();
      if (row.isEmpty()) {
        break;
      }
      boolean header = false;
      if (row.get().outcome() instanceof RowOutcome.Bad bad) {
        header = bad.reason() == Reason.WRONG_HEADER;
        outcomes.refused++;
        if (outcomes.sentences.size() < SENTENCES) {
          outcomes.sentences.add(bad.sentence());
        }
        if (outcomes.byLine.size() < FOR_COLUMNS) {
          outcomes.byLine.put(row.get().number(), bad.sentence());
        }
      }
      outcomes.read += header ? 0 : 1;
    }
    return outcomes;
  }

  /** Names of the columns in their order; lines and cells of the first rows are added. */
  private List<String> cells(List<Long> lines, List<Map<String, String>> cells) throws IOException {
    RowSplitter splitter =
        new RowSplitter(
            new ByteArrayInputStream(file), format == SourceFormat.CSV, RowPosition.START);
    splitter.skipByteOrderMark();
    Optional<List<String>> header = Optional.empty();
    Set<String> names = new LinkedHashSet<>();
    int most = format == SourceFormat.CSV ? SHOWN : FOR_COLUMNS;
    while (lines.size() < most && splitter.position(Optional.empty()).offset() < end) {
      Optional<RawRow> raw = splitter.next();
      if (raw.isEmpty()) {
        break;
      }
      if (raw.get().isBlank()) {
        continue;
      }
      Optional<String> row =
          raw.get().fault().isPresent()
              ? Optional.empty()
              : RowText.decode(raw.get().bytes(), form.encoding());
      if (format == SourceFormat.CSV && header.isEmpty()) {
        header = row.flatMap(CsvRowParser::fields);
        if (header.isEmpty()) {
          break;
        }
        header.get().forEach(name -> names.add(name.strip()));
        continue;
      }
      Map<String, String> fields =
          header
              .map(columns -> ofCsv(columns, row.flatMap(CsvRowParser::fields)))
              .orElseGet(() -> ofJson(row));
      names.addAll(fields.keySet());
      lines.add(raw.get().line());
      cells.add(fields);
    }
    return List.copyOf(names);
  }

  private static Map<String, String> ofCsv(List<String> columns, Optional<List<String>> row) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> values = row.orElse(List.of());
    for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
      fields.put(columns.get(i).strip(), cut(values.get(i)));
    }
    return fields;
  }

  private static Map<String, String> ofJson(Optional<String> row) {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      if (JSON.readTree(row.orElse("")) instanceof ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          JsonNode value = field.getValue();
          fields.put(field.getKey(), cut(value.isValueNode() ? value.asText() : value.toString()));
        }
      }
      return fields;
    } catch (JsonProcessingException e) {
      // What is wrong with it, and in which line, the reader of deliveries says.
      return fields;
    }
  }

  private static String cut(String cell) {
    return cell.codePointCount(0, cell.length()) <= LONGEST_CELL
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, LONGEST_CELL)) + "…";
  }

  private ColumnUse use(String name) {
    String plain = form.names().plain(name);
    boolean own =
        plain.equals(RowNames.TEXT)
            || plain.equals(RowNames.ID)
            || format == SourceFormat.JSON_LINES && plain.equals(SUGGESTIONS);
    Optional<String> part = own ? Optional.of(plain) : form.names().tie(name).map(Tie::id);
    Optional<String> rule =
        part.isPresent()
            ? Optional.empty()
            : Optional.ofNullable(form.columns().get(name)).map(Column::written);
    return new ColumnUse(name, part, rule);
  }
}
