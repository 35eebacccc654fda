package io.touchstone.ingestion.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the rows of one source object, one at a time and in constant memory; it can stop after any
 * row and go on from there later.
 */
public final class RowReader {

  private final RowSplitter splitter;
  private Optional<RowParser> parser;
  private Optional<String> header;
  private final RowForm form;
  private boolean ended;

  private RowReader(
      RowSplitter splitter, Optional<RowParser> parser, Optional<String> header, RowForm form) {
    this.form = form;
    this.splitter = splitter;
    this.parser = parser;
    this.header = header;
  }

  /**
   * @param in positioned at the offset of {@code start}
   */
  public static RowReader open(SourceFormat format, InputStream in, RowPosition start, RowForm form)
      throws IOException {
    boolean csv = format == SourceFormat.CSV;
    RowSplitter splitter = new RowSplitter(in, csv, start);
    if (start.offset() == 0) {
      splitter.skipByteOrderMark();
    }
    Optional<RowParser> parser =
        csv
            ? start.header().map(header -> CsvRowParser.ofAccepted(header, form))
            : Optional.of(new JsonRowParser(form));
    return new RowReader(splitter, parser, start.header(), form);
  }

  /** Where the row after the last one read begins. */
  public RowPosition position() {
    return splitter.position(header);
  }

  /** The next row, or nothing at the end; a header that is refused is the only row. */
  public Optional<Row> next() throws IOException {
    while (!ended) {
      Optional<RawRow> raw = splitter.next();
      if (raw.isEmpty()) {
        ended = true;
      } else if (!raw.get().isBlank()) {
        Optional<Row> row = read(raw.get());
        if (row.isPresent()) {
          return row;
        }
      }
    }
    return Optional.empty();
  }

  /** Passes over the rest without looking into the rows, and says how many there were. */
  public long countRest() throws IOException {
    long rows = 0;
    while (!ended) {
      Optional<RawRow> raw = splitter.next();
      ended = raw.isEmpty();
      rows += raw.isPresent() && !raw.get().isBlank() ? 1 : 0;
    }
    return rows;
  }

  private Optional<Row> read(RawRow raw) {
    Optional<RowOutcome.Bad> fault = raw.fault().map(reason -> fault(raw.line(), reason));
    Optional<String> row =
        fault.isPresent() ? Optional.empty() : RowText.decode(raw.bytes(), form.encoding());
    if (fault.isEmpty()) {
      fault =
          row.isEmpty()
              ? Optional.of(RowText.undecodable(raw.line(), raw.bytes(), form.encoding()))
              : row.filter(text -> text.indexOf('\0') >= 0)
                  .map(text -> fault(raw.line(), Reason.NUL_CHARACTER));
    }
    if (parser.isEmpty()) {
      return readHeader(raw.line(), row, fault);
    }
    RowOutcome outcome =
        fault.isPresent() ? fault.get() : parser.get().parse(raw.line(), row.orElseThrow());
    return Optional.of(new Row(raw.line(), outcome));
  }

  private Optional<Row> readHeader(
      long line, Optional<String> row, Optional<RowOutcome.Bad> rowFault) {
    Optional<RowOutcome.Bad> fault = rowFault;
    if (fault.isEmpty()) {
      CsvRowParser.Header read = CsvRowParser.ofHeader(line, row.orElseThrow(), form);
      parser = read.parser().map(accepted -> accepted);
      header = read.parser().map(CsvRowParser::header);
      fault = read.fault();
    }
    // Without a header no later row has a meaning.
    ended = fault.isPresent();
    return fault.map(bad -> new Row(line, bad));
  }

  private static RowOutcome.Bad fault(long line, Reason reason) {
    String rest =
        switch (reason) {
          case NUL_CHARACTER ->
              "the row contains a NUL character; the file may be binary or UTF-16. Save it as"
                  + " UTF-8.";
          case UNTERMINATED_QUOTE ->
              "a quote is opened and not closed well. Close it, and double the quotes within a"
                  + " field.";
          case ROW_TOO_LONG -> "the row is longer than 1 MiB. Cut it into several rows.";
          default -> throw new IllegalArgumentException("Not a fault of the bytes: " + reason);
        };
    return RowOutcome.Bad.at(line, reason, rest);
  }
}
