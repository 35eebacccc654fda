package io.touchstone.workforce.people;

import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of people as a spreadsheet saves it: a header, then one line a person; commas, semicolons
 * or tabs between the cells, whichever the header has.
 *
 * @param lines in their order
 */
record PeopleFile(List<Line> lines) {

  /** Columns that a list may have, in whatever order; the first is needed. */
  static final List<String> COLUMNS =
      List.of(
          "id", "name", "mail", "roles", "department", "skills", "capacity", "days", "conflicts");

  private static final int MOST_LINES = 2_000;

  /**
   * One person's line.
   *
   * @param number as an editor shows it, the header's is 1
   * @param cells by column, only those that are not empty
   * @param fault what keeps it from being read
   */
  record Line(long number, Map<String, String> cells, Optional<String> fault) {

    Optional<String> cell(String column) {
      return Optional.ofNullable(cells.get(column));
    }
  }

  /**
   * Reads a list.
   *
   * @throws Refusal 422 for what is no such list as a whole; a line that cannot be read has a fault
   */
  static PeopleFile read(byte[] bytes) {
    String text = text(bytes);
    String first = text.lines().findFirst().orElse("");
    char between =
        Stream.of('\t', ';', ',').filter(mark -> first.indexOf(mark) >= 0).findFirst().orElse(',');
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(between).get();
    List<Line> lines = new ArrayList<>();
    List<String> columns = List.of();
    long at = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord row : parser) {
        if (columns.isEmpty()) {
          columns = columns(row);
        } else if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          lines.add(line(at, row, columns));
        }
        at = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      lines.add(
          new Line(
              at,
              Map.of(),
              Optional.of(
                  "The quotes of this line do not fit, so it and what follows cannot be read. Put a"
                      + " cell with quotes or commas in quotes, and double the quotes within"
                      + " it.")));
    }
    if (columns.isEmpty() || lines.isEmpty()) {
      throw fault("The list has no line. The first names the columns, at least id and name.");
    }
    if (lines.size() > MOST_LINES) {
      throw fault("The list has more than " + MOST_LINES + " lines. Send it in parts.");
    }
    return new PeopleFile(lines);
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw fault("The list is not saved as UTF-8. Save it as \"CSV UTF-8\" and send it again.");
    }
  }

  private static List<String> columns(CSVRecord header) {
    List<String> columns =
        header.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    Optional<String> unknown =
        columns.stream().filter(column -> !COLUMNS.contains(column)).findFirst();
    if (unknown.isPresent()) {
      throw fault(
          "Line 1 names the column \"%s\", which a list of people does not have. The columns are %s."
              .formatted(unknown.get(), String.join(", ", COLUMNS)));
    }
    if (!columns.contains("id") || new HashSet<>(columns).size() < columns.size()) {
      throw fault("Line 1 names each column once, and id among them.");
    }
    return columns;
  }

  private static Line line(long number, CSVRecord row, List<String> columns) {
    if (row.size() != columns.size()) {
      return new Line(
          number,
          Map.of(),
          Optional.of(
              "This line has %d cells where the first has %d. Put a cell with a comma in quotes."
                  .formatted(row.size(), columns.size())));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!row.get(i).isBlank()) {
        cells.put(columns.get(i), row.get(i).strip());
      }
    }
    return new Line(number, cells, Optional.empty());
  }

  private static Refusal fault(String sentence) {
    return new Refusal(422, "unfit-list", sentence);
  }
}
