package io.touchstone.inspection;

import io.touchstone.platform.database.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Audit events to take away, oldest first, in constant memory. */
@Service
class EventExport {

  /** Spreadsheets take a file for UTF-8 only if it begins with this. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader("seq", "at", "actor", "action", "object", "details", "reason")
          .setQuoteMode(QuoteMode.ALL)
          .get();

  private final EventRepository events;
  private final Json json;

  EventExport(EventRepository events, Json json) {
    this.events = events;
    this.json = json;
  }

  /** One JSON object a line. */
  @Transactional(readOnly = true)
  public void jsonLines(EventFilter filter, OutputStream out) throws IOException {
    Writer lines = writer(out);
    events.each(filter, event -> write(() -> lines.append(json.write(event)).append('\n')));
    lines.flush();
  }

  /** RFC 4180 with a header, for spreadsheets: no cell is taken for a formula. */
  @Transactional(readOnly = true)
  public void csv(EventFilter filter, OutputStream out) throws IOException {
    Writer file = writer(out);
    file.append(BYTE_ORDER_MARK);
    CSVPrinter printer = new CSVPrinter(file, CSV);
    events.each(filter, event -> write(() -> print(printer, event)));
    printer.flush();
  }

  private void print(CSVPrinter printer, Event event) throws IOException {
    printer.printRecord(
        event.seq(),
        event.at(),
        CsvCell.harmless(event.actor()),
        CsvCell.harmless(event.action()),
        CsvCell.harmless(event.object()),
        CsvCell.harmless(json.write(event.details())),
        CsvCell.harmless(event.reason().orElse("")));
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of an export has gone.", e);
    }
  }
}
