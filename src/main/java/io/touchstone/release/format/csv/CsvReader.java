package io.touchstone.release.format.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.answer.abstention.Abstention;
import io.touchstone.answer.spans.Span;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one file of rows by parsers that share nothing with the writer. */
final class CsvReader implements DatasetFormat.Source {

  private static final ObjectReader SPANS =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build()
          .readerForListOf(Span.class);

  private static final ObjectReader IDS =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build()
          .readerForListOf(String.class);

  private static final ObjectMapper TREE =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final String file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private Optional<CSVRecord> ahead = Optional.empty();
  private boolean underHeader;
  private long line = 1;

  CsvReader(Path path) throws IOException {
    file = path.getFileName().toString();
    parser =
        CSVParser.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    rows = parser.iterator();
  }

  @Override
  public boolean hasNext() {
    if (!underHeader) {
      if (!row().filter(header -> header.toList().equals(Csv.COLUMNS)).isPresent()) {
        throw unreadable();
      }
      underHeader = true;
    }
    if (ahead.isEmpty()) {
      ahead = row();
    }
    return ahead.isPresent();
  }

  @Override
  public DatasetRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CSVRecord row = ahead.orElseThrow();
    ahead = Optional.empty();
    if (row.size() != Csv.COLUMNS.size()) {
      throw unreadable();
    }
    return new DatasetRecord(
        cell(row, 0),
        cell(row, 1),
        present(row, 2).map(RecordFile::at),
        answer(row),
        cell(row, 5),
        present(row, 6));
  }

  private RecordAnswer answer(CSVRecord row) {
    Optional<String> spans = present(row, 4);
    if (spans.isEmpty()) {
      return labels(cell(row, 3));
    }
    if (present(row, 3).isPresent()) {
      throw unreadable();
    }
    return marked(spans.get());
  }

  private RecordAnswer labels(String cell) {
    if (cell.startsWith("{")) {
      return several(cell);
    }
    return cell.startsWith("[") ? classes(cell) : new RecordAnswer.OneLabel(cell, new TreeMap<>());
  }

  private RecordAnswer several(String cell) {
    SortedMap<String, RecordAnswer> byQuestion = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> each : TREE.readTree(cell).properties()) {
        JsonNode answer = each.getValue();
        if (answer.size() != 1) {
          throw unreadable();
        }
        byQuestion.put(each.getKey(), one(answer));
      }
    } catch (JsonProcessingException e) {
      throw unreadable();
    }
    return new RecordAnswer.Several(byQuestion);
  }

  private RecordAnswer one(JsonNode answer) {
    if (answer.path("label").isTextual()) {
      return new RecordAnswer.OneLabel(answer.get("label").textValue(), new TreeMap<>());
    }
    if (answer.path("scale").isInt()) {
      return new RecordAnswer.Rated(answer.get("scale").intValue(), new TreeMap<>());
    }
    if (answer.path(Abstention.KIND.member()).isTextual()) {
      return new RecordAnswer.Abstention(answer.get(Abstention.KIND.member()).textValue());
    }
    if (answer.path("classes").isArray()) {
      return classes(answer.get("classes").toString());
    }
    return marked(answer.path("spans").toString());
  }

  private RecordAnswer marked(String spans) {
    try {
      List<Span> marked = SPANS.readValue(spans);
      if (marked.contains(null)) {
        throw unreadable();
      }
      return new RecordAnswer.MarkedSpans(
          marked.stream().map(span -> new RecordAnswer.MarkedSpan(span, 0)).toList(), 0);
    } catch (JsonProcessingException e) {
      throw unreadable();
    }
  }

  private RecordAnswer classes(String list) {
    try {
      List<String> ids = IDS.readValue(list);
      if (ids.contains(null)) {
        throw unreadable();
      }
      return new RecordAnswer.ChosenClasses(ids, new TreeMap<>(), 0);
    } catch (JsonProcessingException e) {
      throw unreadable();
    }
  }

  /** The next row; its line is the one after the rows so far. */
  private Optional<CSVRecord> row() {
    line = parser.getCurrentLineNumber() + 1;
    try {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw unreadable();
    }
  }

  private static String cell(CSVRecord row, int column) {
    return FormulaGuard.off(row.get(column));
  }

  private static Optional<String> present(CSVRecord row, int column) {
    return Optional.of(cell(row, column)).filter(value -> !value.isEmpty());
  }

  private DatasetFormat.Unreadable unreadable() {
    return new DatasetFormat.Unreadable(file, line);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
