package io.touchstone.ingestion.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The fields of one CSV row (RFC 4180) under a header with the column text and perhaps id. */
public final class CsvRowParser implements RowParser {

  private static final List<String> KNOWN = List.of("id", "text");
  private final List<String> columns;
  private final RowForm form;

  private CsvRowParser(List<String> columns, RowForm form) {
    this.columns = columns;
    this.form = form;
  }

  /** A header read: the parser of the rows below it, or why there can be none. */
  public record Header(Optional<CsvRowParser> parser, Optional<RowOutcome.Bad> fault) {}

  /** For a header that was accepted before, as {@link #header()} gave it. */
  static CsvRowParser ofAccepted(String header, RowForm form) {
    return new CsvRowParser(List.of(header.split(",")), form);
  }

  public static Header ofHeader(long line, String row, RowForm form) {
    Optional<List<String>> fields = fields(row);
    if (fields.isEmpty()) {
      return refused(line, form, "is not valid CSV");
    }
    List<String> columns =
        fields.get().stream().map(String::strip).map(form.names()::plain).toList();
    if (columns.size() == 1 && columns.get(0).contains(";")) {
      return refused(line, form, "separates its columns by semicolons; separate them by commas");
    }
    if (!columns.contains("text")) {
      return refused(line, form, "has no column named " + form.names().text());
    }
    for (String column : columns) {
      if (!KNOWN.contains(column) && !form.knows(column)) {
        return refused(
            line,
            form,
            "has a column, number %d, that is neither %s nor %s nor one that the project names"
                .formatted(columns.indexOf(column) + 1, form.names().id(), form.names().text()));
      }
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      return refused(line, form, "has a column twice");
    }
    return new Header(Optional.of(new CsvRowParser(columns, form)), Optional.empty());
  }

  private static Header refused(long line, RowForm form, String what) {
    return new Header(
        Optional.empty(),
        Optional.of(
            RowOutcome.Bad.at(
                line,
                Reason.WRONG_HEADER,
                "the header %s. The first line must read: %s,%s"
                    .formatted(what, form.names().id(), form.names().text()))));
  }

  /** The accepted columns, joined by commas. */
  String header() {
    return String.join(",", columns);
  }

  @Override
  public RowOutcome parse(long line, String row) {
    Optional<List<String>> read = fields(row);
    if (read.isEmpty()) {
      return RowOutcome.Bad.at(
          line,
          Reason.INVALID_CSV,
          "the quotes of the row do not fit. Put a field with quotes, commas or line breaks in"
              + " quotes and double the quotes within it.");
    }
    List<String> fields = read.get();
    if (fields.size() != columns.size()) {
      return RowOutcome.Bad.at(
          line,
          Reason.WRONG_COLUMN_COUNT,
          "the row has "
              + fields.size()
              + " columns where the header has "
              + columns.size()
              + ". Put a text with commas in quotes.");
    }
    Optional<String> id =
        Optional.of(columns.indexOf("id"))
            .filter(column -> column >= 0)
            .map(fields::get)
            .filter(cell -> !cell.isBlank());
    Map<String, String> beside = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!KNOWN.contains(columns.get(i))) {
        beside.put(columns.get(i), fields.get(i));
      }
    }
    return RowText.check(line, id, fields.get(columns.indexOf("text")), RowFields.of(form, beside));
  }

  /** The fields of the one record of a row, or nothing if it is not one record. */
  public static Optional<List<String>> fields(String row) {
    try (CSVParser parser = CSVParser.parse(row, CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
