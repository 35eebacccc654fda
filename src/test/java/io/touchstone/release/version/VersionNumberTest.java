package io.touchstone.release.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.release.Samples;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Croissant 1.1: patch for the description, minor for additions, major for anything else. */
class VersionNumberTest {

  private static final LabelledItem ONE = Samples.item(1, "one", "billing");
  private static final LabelledItem TWO = Samples.item(2, "two", "billing");

  @TempDir Path directory;
  private int written;

  @Test
  void the_first_version_is_1_0_0() throws Exception {
    assertThat(after(Optional.empty(), diff(List.of(), List.of(ONE)), false)).isEqualTo("1.0.0");
  }

  @Test
  void additions_are_minor() throws Exception {
    VersionDiff diff = diff(List.of(ONE), List.of(ONE, TWO));

    assertThat(diff.added()).isEqualTo(1);
    assertThat(after(Optional.of("1.4.2"), diff, false)).isEqualTo("1.5.0");
  }

  @Test
  void a_changed_label_is_major_and_says_from_which_to_which() throws Exception {
    VersionDiff diff = diff(List.of(ONE, TWO), List.of(Samples.item(1, "one", "outage"), TWO));

    assertThat(diff.relabelled()).isEqualTo(Map.of("billing -> outage", 1L));
    assertThat(after(Optional.of("1.4.2"), diff, false)).isEqualTo("2.0.0");
  }

  @Test
  void a_changed_text_is_major() throws Exception {
    VersionDiff diff = diff(List.of(ONE), List.of(Samples.item(1, "uno", "billing"), TWO));

    assertThat(diff.changed()).isEqualTo(1);
    assertThat(diff.relabelled()).isEmpty();
    assertThat(after(Optional.of("1.0.0"), diff, false)).isEqualTo("2.0.0");
  }

  @Test
  void a_removed_record_is_major() throws Exception {
    VersionDiff diff = diff(List.of(ONE, TWO), List.of(TWO));

    assertThat(diff.removed()).isEqualTo(1);
    assertThat(after(Optional.of("1.0.0"), diff, false)).isEqualTo("2.0.0");
  }

  @Test
  void the_same_records_with_another_card_are_a_patch() throws Exception {
    assertThat(after(Optional.of("1.0.0"), diff(List.of(ONE), List.of(ONE)), false))
        .isEqualTo("1.0.1");
  }

  @Test
  void the_same_files_are_the_same_version() throws Exception {
    assertThat(after(Optional.of("1.3.0"), diff(List.of(ONE), List.of(ONE)), true))
        .isEqualTo("1.3.0");
  }

  private VersionDiff diff(List<LabelledItem> before, List<LabelledItem> now) throws IOException {
    return VersionDiff.between(files(before), files(now));
  }

  private List<Path> files(List<LabelledItem> items) throws IOException {
    Path target = directory.resolve(String.valueOf(written++));
    DatasetWriter.write(target, Samples.content(items.size()), Samples.items(items));
    return JsonLinesReader.files(target);
  }

  private static String after(Optional<String> previous, VersionDiff diff, boolean sameFiles) {
    return VersionNumber.after(previous.map(VersionNumber::parse), diff.change(sameFiles))
        .toString();
  }
}
