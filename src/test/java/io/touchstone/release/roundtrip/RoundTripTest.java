package io.touchstone.release.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.project.Label;
import io.touchstone.release.Samples;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.SoftLabel;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.family.DatasetFormats;
import io.touchstone.release.version.Check;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

  private static final LabelledItems ITEMS = Samples.items(6);

  private static final List<DatasetFormat> FORMATS = DatasetFormats.with(List.of());

  @TempDir Path staged;
  private Path data;

  @BeforeEach
  void a_staged_version() throws IOException {
    DatasetWriter.write(staged, Samples.content(6), ITEMS);
    data = staged.resolve("data/all-00000-of-00001.jsonl");
  }

  @Test
  void untouched_files_are_exact() throws Exception {
    RoundTrip outcome = check(rows());

    assertThat(outcome.exact()).isTrue();
    assertThat(outcome.checksumsMatch()).isTrue();
    assertThat(outcome.leakingRecords()).isZero();
    assertThat(outcome.checks()).hasSize(5).allMatch(Check::passed);
    assertThat(outcome.checks().get(0).because())
        .isEqualTo("All 6 records read back from the files equal the database.");
  }

  @Test
  void one_other_label_in_the_rows_is_one_difference() throws Exception {
    List<DatasetRecord> rows = rows();
    DatasetRecord first = rows.get(0);
    rows.set(
        0,
        new DatasetRecord(
            first.id(), first.text(), "outage", votes(first), first.method(), first.split()));

    RoundTrip outcome = check(rows);

    assertThat(outcome.exact()).isFalse();
    assertThat(outcome.checks().get(0).because())
        .isEqualTo("5 records equal the database, 1 differ, 0 are missing, 0 are too many.");
  }

  @Test
  void one_other_digit_of_a_soft_label_is_one_difference() throws Exception {
    List<DatasetRecord> rows = softened("0.9731");
    DatasetWriter.write(staged, Samples.content(6), labelled(rows));
    assertThat(check(rows).exact()).isTrue();

    assertThat(check(softened("0.9732")).checks().get(0).because())
        .isEqualTo("5 records equal the database, 1 differ, 0 are missing, 0 are too many.");
  }

  /** The first record with a soft label. */
  private static List<DatasetRecord> softened(String probability) {
    List<DatasetRecord> rows = rows();
    DatasetRecord first = rows.get(0);
    SoftLabel soft =
        new SoftLabel(
            new TreeMap<>(Map.of("billing", new BigDecimal(probability))), "dawid-skene", "1");
    rows.set(
        0,
        new DatasetRecord(
            first.id(),
            first.text(),
            new RecordAnswer.OneLabel("billing", votes(first), Optional.of(soft)),
            first.method(),
            first.split()));
    return rows;
  }

  private static LabelledItems labelled(List<DatasetRecord> records) {
    List<LabelledItem> items = new ArrayList<>();
    ITEMS.forEach(item -> items.add(new LabelledItem(records.get(items.size()), item.lineage())));
    return Samples.items(items);
  }

  @Test
  void a_record_that_the_files_lack_and_one_too_many_are_counted_apart() throws Exception {
    List<DatasetRecord> rows = rows();
    rows.remove(2);
    rows.add(Samples.item(99, "text", "billing").record());

    assertThat(check(rows).checks().get(0).because())
        .isEqualTo("5 records equal the database, 0 differ, 1 are missing, 1 are too many.");
  }

  @Test
  void a_line_that_stands_twice_is_found_though_the_sums_are_right() throws Exception {
    List<String> lines = Files.readAllLines(data);
    lines.add(1, lines.get(0));
    rewrite(lines);

    RoundTrip outcome = check(rows());

    assertThat(outcome.checksumsMatch()).isTrue();
    assertThat(outcome.exact()).isFalse();
    assertThat(outcome.checks().get(1).because()).startsWith("1 ids occur twice");
  }

  @Test
  void lines_out_of_order_are_found() throws Exception {
    List<String> lines = Files.readAllLines(data);
    lines.add(lines.remove(0));
    rewrite(lines);

    assertThat(check(rows()).exact()).isFalse();
  }

  @Test
  void a_line_that_is_no_record_is_named_by_its_place_and_not_quoted() throws Exception {
    List<String> lines = Files.readAllLines(data);
    lines.set(3, "{\"secret\": 1}");
    rewrite(lines);

    assertThat(check(rows()).checks().get(0).because())
        .isEqualTo("all-00000-of-00001.jsonl line 4 is not a record.");
  }

  @Test
  void half_a_line_is_found() throws Exception {
    String text = Files.readString(data);
    Files.writeString(data, text.substring(0, text.length() - 20));
    Checksums.write(staged);

    assertThat(check(rows()).exact()).isFalse();
  }

  @Test
  void a_changed_file_fails_the_checksums() throws Exception {
    Files.writeString(staged.resolve("meta/guideline.md"), "other");

    assertThat(check(rows()).checksumsMatch()).isFalse();
  }

  @Test
  void a_class_number_with_another_meaning_than_before_is_found() throws Exception {
    ClassMap before = ClassMap.next(Optional.empty(), List.of(new Label("spam", "Spam", "")));

    RoundTrip outcome =
        RoundTrip.of(staged, FORMATS, rows()::forEach, Map::of, Optional.of(before));

    assertThat(outcome.exact()).isFalse();
    assertThat(outcome.checks().get(3).passed()).isFalse();
  }

  @Test
  void a_text_in_two_splits_leaks() throws Exception {
    Files.writeString(
        staged.resolve("data/test-00000-of-00001.jsonl"),
        new DatasetRecord("f", "ticket 2", "billing", new TreeMap<>(), "majority", Optional.empty())
                .line()
            + "\n");
    Checksums.write(staged);

    assertThat(check(rows()).leakingRecords()).isEqualTo(1);
  }

  @Test
  void a_text_that_nearly_says_what_another_split_has_leaks() throws Exception {
    Files.writeString(
        staged.resolve("data/test-00000-of-00001.jsonl"),
        new DatasetRecord("f", "unlike", "billing", new TreeMap<>(), "majority", Optional.empty())
                .line()
            + "\n");
    Checksums.write(staged);
    String first = rows().get(0).id();

    assertThat(leaking(Map.of(first, 7, "f", 7))).isEqualTo(1);
    assertThat(leaking(Map.of(first, 7, "f", 8))).isZero();
  }

  private long leaking(Map<String, Integer> groups) throws IOException {
    return RoundTrip.of(staged, FORMATS, rows()::forEach, () -> groups, Optional.empty())
        .leakingRecords();
  }

  private RoundTrip check(List<DatasetRecord> rows) throws IOException {
    return RoundTrip.of(staged, FORMATS, rows::forEach, Map::of, Optional.empty());
  }

  private static List<DatasetRecord> rows() {
    List<DatasetRecord> rows = new ArrayList<>();
    ITEMS.forEach(item -> rows.add(item.record()));
    return rows;
  }

  private void rewrite(List<String> lines) throws IOException {
    Files.writeString(data, String.join("\n", lines) + "\n");
    Checksums.write(staged);
  }

  private static SortedMap<String, Integer> votes(DatasetRecord record) {
    return ((RecordAnswer.OneLabel) record.answer()).votes();
  }
}
