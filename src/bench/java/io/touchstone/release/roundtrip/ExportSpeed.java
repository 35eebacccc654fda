package io.touchstone.release.roundtrip;

import io.touchstone.bench.Stopwatch;
import io.touchstone.release.Samples;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.family.DatasetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes the files of a version and reads them back against the rows, without a database. */
final class ExportSpeed {

  private static final String TEXT =
      "The line has been dead since \"noon\", and nobody\nanswers under the number on the bill; ";

  private ExportSpeed() {}

  /**
   * Once over everything.
   *
   * @param further formats beside JSON Lines
   * @throws IllegalStateException if the files do not say what the rows say
   */
  static Stopwatch.Time once(int records, List<String> further) throws Exception {
    Path folder = Files.createTempDirectory("export");
    try {
      return Stopwatch.once(() -> export(folder, records, DatasetFormats.with(further)));
    } finally {
      delete(folder);
    }
  }

  private static RoundTrip export(Path folder, int records, List<DatasetFormat> formats)
      throws IOException {
    LabelledItems items = items(records);
    DatasetWriter.write(folder, Samples.in(formats, records), items);
    RoundTrip outcome =
        RoundTrip.of(
            folder,
            formats,
            reader -> items.forEach(item -> reader.accept(item.record())),
            Map::of,
            Optional.empty());
    if (!outcome.exact() || !outcome.checksumsMatch()) {
      throw new IllegalStateException("The files are not the rows: " + outcome.checks());
    }
    return outcome;
  }

  /** Made one by one, so that the reader's memory alone is seen. */
  private static LabelledItems items(int count) {
    return new LabelledItems() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public void forEach(Consumer<LabelledItem> reader) {
        for (int i = 1; i <= count; i++) {
          LabelledItem made = Samples.item(i, TEXT + i, i % 3 == 0 ? "outage" : "billing");
          DatasetRecord record = made.record();
          reader.accept(
              new LabelledItem(
                  new DatasetRecord(
                      String.format(Locale.ROOT, "%032x", i),
                      record.text(),
                      record.answer(),
                      record.method(),
                      record.split()),
                  made.lineage()));
        }
      }
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
