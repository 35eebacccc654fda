package io.touchstone.release.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.release.Samples;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of documents, pictures and recordings carry these with them. */
class RecordFilesTest {

  /** SHA-256 of "abc", FIPS 180-4, appendix B.1 of its first edition. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path directory;

  @Test
  void a_file_lies_under_its_digest_once_and_the_record_names_it() throws Exception {
    DatasetWriter.write(directory, Samples.content(2), items("abc"));

    Path file = directory.resolve("files/ba/" + ABC + ".png");
    assertThat(file).hasContent("abc");
    assertThat(Checksums.files(directory)).filteredOn(path -> path.startsWith("files/")).hasSize(1);
    assertThat(Files.readString(directory.resolve("sha256sums.txt"))).contains(ABC + "  files/ba/");
    assertThat(directory.resolve("README.md")).content().contains("`files/`");
    try (JsonLinesReader.Records records =
        JsonLinesReader.records(JsonLinesReader.files(directory).get(0))) {
      assertThat(records.next().file())
          .contains(new RecordFile("files/ba/" + ABC + ".png", "image/png", ABC, 3));
    }
  }

  @Test
  void a_file_that_is_not_what_was_stored_is_not_published() {
    assertThatThrownBy(() -> DatasetWriter.write(directory, Samples.content(2), items("abd")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not what was stored");
  }

  /** Two items with the same picture. */
  private static LabelledItems items(String content) {
    RecordFile file = RecordFile.of("image/png", "png", ABC, 3);
    List<LabelledItem> items =
        Stream.of(Samples.item(1, "", "billing"), Samples.item(2, "", "billing"))
            .map(
                item ->
                    new LabelledItem(
                        new DatasetRecord(
                            item.record().id(),
                            "",
                            Optional.of(file),
                            new RecordAnswer.OneLabel("billing", new TreeMap<>()),
                            "majority",
                            Optional.empty()),
                        item.lineage()))
            .toList();
    return new LabelledItems() {
      @Override
      public long count() {
        return items.size();
      }

      @Override
      public void forEach(Consumer<LabelledItem> reader) {
        items.forEach(reader);
      }

      @Override
      public InputStream file(String itemId) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
      }
    };
  }
}
