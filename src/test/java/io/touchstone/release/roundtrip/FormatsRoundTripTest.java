package io.touchstone.release.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.release.Samples;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Loss;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLines;
import io.touchstone.release.version.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format of a version is read back and compared, and says what it loses. */
class FormatsRoundTripTest {

  private static final LabelledItems ITEMS = Samples.items(6);

  private static final String IN_ORDER = " No item id occurs twice, and all files are in order.";

  @TempDir Path staged;

  /** Writes records without votes, and says so or not. */
  private record Voteless(Set<Loss> loses) implements DatasetFormat {

    private static final JsonLines LINES = new JsonLines();

    @Override
    public String id() {
      return "voteless";
    }

    @Override
    public String name() {
      return "Voteless";
    }

    @Override
    public String folder() {
      return "voteless";
    }

    @Override
    public String described(DatasetContent content) {
      return "the same without votes";
    }

    @Override
    public Sink write(Path folder, SortedMap<String, Long> perSplit) throws IOException {
      Sink lines = LINES.write(folder, perSplit);
      return new Sink() {
        @Override
        public void accept(DatasetRecord record) {
          lines.accept(
              new DatasetRecord(
                  record.id(),
                  record.text(),
                  record.label().orElseThrow(),
                  new TreeMap<>(),
                  record.method(),
                  record.split()));
        }

        @Override
        public void close() throws IOException {
          lines.close();
        }
      };
    }

    @Override
    public Source read(Path folder) throws IOException {
      return LINES.read(folder);
    }
  }

  @Test
  void what_a_format_says_that_it_loses_is_counted_in_its_check_and_on_the_card() throws Exception {
    RoundTrip outcome = writtenIn(new Voteless(Set.of(Loss.VOTES, Loss.SOFT_LABELS)));

    assertThat(outcome.exact()).isTrue();
    assertThat(outcome.checks())
        .last()
        .isEqualTo(
            new Check(
                "Round trip, Voteless",
                true,
                "All 6 records read back from the files of Voteless equal the database."
                    + " Not in them: votes of 6 records."));
    assertThat(Files.readString(staged.resolve("README.md")))
        .contains("- `voteless/`: the same without votes; not in it: votes of 6 records\n");
    assertThat(Files.readString(staged.resolve("sha256sums.txt"))).contains("  voteless/all-");
  }

  @Test
  void what_a_format_loses_and_does_not_say_fails_the_round_trip() throws Exception {
    RoundTrip outcome = writtenIn(new Voteless(Set.of(Loss.SOFT_LABELS)));

    assertThat(outcome.exact()).isFalse();
    assertThat(outcome.checks())
        .last()
        .isEqualTo(
            new Check(
                "Round trip, Voteless",
                false,
                "0 records equal the database, 6 differ, 0 are missing, 0 are too many."
                    + IN_ORDER));
  }

  @Test
  void a_format_whose_files_lack_records_or_are_missing_or_unreadable_fails_alone()
      throws Exception {
    DatasetFormat voteless = new Voteless(Set.of(Loss.VOTES));
    writtenIn(voteless);
    Path file = staged.resolve("voteless/all-00000-of-00001.jsonl");
    List<String> lines = Files.readAllLines(file);

    Files.write(file, List.of(lines.get(1), lines.get(0), lines.get(1)));
    assertThat(check(voteless).checks())
        .last()
        .extracting(Check::because)
        .asString()
        .startsWith("1 records equal the database, 0 differ, 5 are missing, 2 are too many.")
        .contains("lines are out of order.");
    Files.writeString(file, lines.get(0) + "\n{}\n");
    assertThat(check(voteless).checks())
        .last()
        .extracting(Check::because)
        .isEqualTo("all-00000-of-00001.jsonl line 2 is not a record.");
    Files.delete(file);
    RoundTrip outcome = check(voteless);
    assertThat(outcome.exact()).isFalse();
    assertThat(outcome.checks()).filteredOn(Check::passed).hasSize(5);
    assertThat(outcome.checks())
        .last()
        .extracting(Check::because)
        .isEqualTo(
            "0 records equal the database, 0 differ, 6 are missing, 0 are too many." + IN_ORDER);
  }

  private RoundTrip writtenIn(DatasetFormat further) throws IOException {
    DatasetWriter.write(staged, Samples.in(List.of(new JsonLines(), further), 6), ITEMS);
    return check(further);
  }

  private RoundTrip check(DatasetFormat further) throws IOException {
    Checksums.write(staged);
    return RoundTrip.of(
        staged,
        List.of(new JsonLines(), further),
        reader -> ITEMS.forEach(item -> reader.accept(item.record())),
        Map::of,
        Optional.empty());
  }
}
