package io.touchstone.ingestion.intake;

import io.touchstone.ingestion.row.Reason;
import io.touchstone.ingestion.row.Row;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.RowPosition;
import io.touchstone.ingestion.row.RowReader;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether a source is of its declared format at all, and counts its rows in one undisturbed
 * pass. Bad rows are the manifest's business; a source without any readable row is refused whole.
 */
final class SourceCheck {

  private SourceCheck() {}

  /**
   * @param position of the file in the delivery, for the sentence
   * @param form how rows of the project are read
   * @return number of rows, at least 1
   * @throws Refusal with 422 that names the line of the first fault
   */
  static long rows(SourceFormat format, int position, InputStream content, RowForm form)
      throws IOException {
    RowReader reader = RowReader.open(format, content, RowPosition.START, form);
    Optional<RowOutcome.Bad> first = Optional.empty();
    long firstLine = 0;
    for (long rows = 1; ; rows++) {
      Optional<Row> row = reader.next();
      if (row.isEmpty()) {
        throw first.isEmpty() ? empty(position) : refused(format, position, firstLine, first.get());
      }
      if (!(row.get().outcome() instanceof RowOutcome.Bad bad) || !bad.reason().isAboutForm()) {
        return rows + reader.countRest();
      }
      if (first.isEmpty()) {
        first = Optional.of(bad);
        firstLine = row.get().number();
        if (bad.reason() == Reason.JSON_ARRAY) {
          throw refused(format, position, firstLine, bad);
        }
      }
    }
  }

  static Refusal empty(int position) {
    return new Refusal(
        422,
        "no-rows",
        "File " + position + " of the delivery holds no rows. Send at least one row with a text.",
        Map.of("file", position));
  }

  private static Refusal refused(SourceFormat format, int position, long line, RowOutcome.Bad bad) {
    String name = format == SourceFormat.CSV ? "CSV" : "JSON Lines";
    return new Refusal(
        422,
        "unreadable-source",
        "File " + position + " of the delivery cannot be read as " + name + ". " + bad.sentence(),
        Map.of("file", position, "line", line, "reason", bad.reason().name()));
  }
}
