package io.touchstone.release.format.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.answer.spans.Span;
import io.touchstone.project.FormatNames;
import io.touchstone.project.Splits;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Losses;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.SoftLabel;
import io.touchstone.release.format.Utf8Order;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format in the list, so that a new one is tested by standing in it. */
class DatasetFormatsTest {

  /** What breaks lines, cells, quotes, markup, formulas, encodings and signed bytes somewhere. */
  private static final int[] HOSTILE =
      (",;\t\r\n\"'\\ =+-@#|{}[]<>&:%/\u0001\u001a\u007f\u0085\u00a0\u2028\u2029\ufeff\uff1d\ufffd"
              + "\ufffe\uffffaÄé\u0301אب中\ud83d\ude00\ud835\udd0a\udbff\udffd")
          .codePoints()
          .toArray();

  @TempDir Path directory;

  static List<DatasetFormat> all() {
    return DatasetFormats.with(FormatNames.KNOWN.stream().map(FormatNames.Format::id).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatever_the_records_say_is_read_back_but_for_what_the_format_says_that_it_loses(
      DatasetFormat format) throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      List<DatasetRecord> records = records(new Random(seed), seed);
      Path folder = directory.resolve(String.valueOf(seed));
      write(format, folder, records);
      Losses losses = new Losses(format.loses());
      assertThat(read(format, folder))
          .as("seed %d", seed)
          .containsExactlyElementsOf(records.stream().map(losses::left).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_record_and_a_missing_folder_are_no_record(DatasetFormat format) throws Exception {
    write(format, directory.resolve("none"), List.of());

    assertThat(read(format, directory.resolve("none"))).isEmpty();
    assertThat(read(format, directory.resolve("missing"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_same_records_are_the_same_bytes_in_whatever_locale_and_time_zone(DatasetFormat format)
      throws Exception {
    List<DatasetRecord> records = records(new Random(7), 30);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      write(format, directory.resolve("a"), records);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      write(format, directory.resolve("b"), records);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(Checksums.write(directory.resolve("a")))
        .isEqualTo(Checksums.write(directory.resolve("b")));
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_no_record_is_named_by_its_place_and_not_quoted(DatasetFormat format)
      throws Exception {
    write(format, directory, records(new Random(1), 1));
    Path file = directory.resolve(Checksums.files(directory).get(0));
    Files.writeString(file, "{\"secret\": \"\n");

    assertThatThrownBy(() -> read(format, directory))
        .isInstanceOf(DatasetFormat.Unreadable.class)
        .hasMessageMatching("\\S+ line \\d+ is not a record\\.");
  }

  @Test
  void each_has_an_id_and_a_folder_of_its_own_that_no_other_file_of_a_version_has() {
    assertThat(all()).extracting(DatasetFormat::id).doesNotHaveDuplicates().startsWith("jsonl");
    assertThat(all())
        .extracting(DatasetFormat::folder)
        .doesNotHaveDuplicates()
        .doesNotContain("lineage", "meta", "files")
        .allMatch(folder -> folder.matches("[a-z0-9-]+"));
    assertThat(FormatNames.KNOWN)
        .extracting(FormatNames.Format::id)
        .isEqualTo(all().stream().map(DatasetFormat::id).toList());
  }

  @Test
  void json_lines_is_part_of_every_version_and_a_format_of_another_release_is_named() {
    assertThat(DatasetFormats.with(List.of()))
        .extracting(DatasetFormat::id)
        .containsExactly("jsonl");
    assertThat(DatasetFormats.with(List.of("csv")))
        .extracting(DatasetFormat::id)
        .containsExactly("jsonl", "csv");
    assertThatThrownBy(() -> DatasetFormats.with(List.of("gone")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The project wants its datasets in the format gone, which");
  }

  private static void write(DatasetFormat format, Path folder, List<DatasetRecord> records)
      throws IOException {
    SortedMap<String, Long> perSplit = new TreeMap<>();
    records.forEach(record -> perSplit.merge(record.split().orElse(Splits.ALL), 1L, Long::sum));
    if (records.isEmpty()) {
      perSplit.put(Splits.ALL, 0L);
    }
    try (DatasetFormat.Sink sink = format.write(folder, perSplit)) {
      records.forEach(sink::accept);
    }
  }

  private static List<DatasetRecord> read(DatasetFormat format, Path folder) throws IOException {
    List<DatasetRecord> read = new ArrayList<>();
    try (DatasetFormat.Source source = format.read(folder)) {
      source.forEachRemaining(read::add);
      assertThat(source.disorder()).isZero();
    }
    return read;
  }

  /** So many records of one kind of answer, ordered by id. */
  private static List<DatasetRecord> records(Random random, int count) {
    boolean spans = random.nextBoolean();
    boolean parted = random.nextBoolean();
    List<DatasetRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = hostile(random);
      records.add(
          new DatasetRecord(
              String.format(Locale.ROOT, "%016x%04d", random.nextLong(), i),
              text,
              random.nextInt(4) == 0 ? Optional.of(file(random)) : Optional.empty(),
              spans ? spans(random, text) : label(random),
              random.nextBoolean() ? "majority" : "adjudication",
              parted ? Optional.of(random.nextBoolean() ? "train" : "test") : Optional.empty()));
    }
    records.sort(Comparator.comparing(DatasetRecord::id, Utf8Order.INSTANCE));
    return records;
  }

  private static RecordFile file(Random random) {
    String digest = String.format(Locale.ROOT, "%064x", random.nextInt(1 << 30));
    return RecordFile.of("image/png", "png", digest, random.nextInt(1 << 30));
  }

  private static RecordAnswer label(Random random) {
    String label = hostile(random);
    Optional<SoftLabel> soft =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new SoftLabel(
                    new TreeMap<>(Map.of(label, new BigDecimal("0.98123"))), "dawid-skene", "1"));
    return new RecordAnswer.OneLabel(
        label, new TreeMap<>(Map.of(label, random.nextInt(5) + 1)), soft);
  }

  private static RecordAnswer spans(Random random, String text) {
    int[] points = text.codePoints().toArray();
    List<RecordAnswer.MarkedSpan> spans = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && points.length > 0; i--) {
      int start = random.nextInt(points.length);
      int end = start + 1 + random.nextInt(points.length - start);
      String covered = new String(Arrays.copyOfRange(points, start, end), 0, end - start);
      spans.add(
          new RecordAnswer.MarkedSpan(
              new Span(start, end, hostile(random), covered), random.nextInt(4)));
    }
    return new RecordAnswer.MarkedSpans(spans, random.nextInt(4));
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.appendCodePoint(HOSTILE[random.nextInt(HOSTILE.length)]);
    }
    return text.toString();
  }
}
