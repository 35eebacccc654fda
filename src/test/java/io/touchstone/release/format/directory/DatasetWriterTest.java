package io.touchstone.release.format.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.project.Splits;
import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Utf8Order;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetWriterTest {

  @TempDir Path directory;

  @Test
  void stock_sha256sum_confirms_every_file() throws Exception {
    DatasetWriter.write(directory, Samples.content(20), Samples.items(20));

    String report = Tool.run(directory, "sha256sum", "-c", "sha256sums.txt");

    assertThat(report.lines()).hasSize(7).allMatch(line -> line.endsWith(": OK"));
    assertThat(Checksums.faults(directory)).isEmpty();
  }

  @Test
  void a_changed_a_missing_and_an_unlisted_file_are_each_named() throws Exception {
    DatasetWriter.write(directory, Samples.content(2), Samples.items(2));
    Files.writeString(directory.resolve("README.md"), "other");
    Files.delete(directory.resolve("meta/guideline.md"));
    Files.writeString(directory.resolve("extra.txt"), "more");

    assertThat(Checksums.faults(directory))
        .containsExactlyInAnyOrder("README.md", "meta/guideline.md", "extra.txt");
  }

  @Test
  void the_same_items_give_the_same_bytes_whatever_the_locale() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      var german =
          DatasetWriter.write(directory.resolve("a"), Samples.content(9), Samples.items(9));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      var arabic =
          DatasetWriter.write(directory.resolve("b"), Samples.content(9), Samples.items(9));
      assertThat(arabic.rootSha256()).isEqualTo(german.rootSha256());
    } finally {
      Locale.setDefault(before);
    }
  }

  /** Digests of what was written before there was more than one format. */
  @ParameterizedTest
  @CsvSource({
    "0, 3d498a305a9e59d2f4fa9d8bf74708174c1bb8987db1bf20f4e4120b4b124e77",
    "20, ad9ea8edbf8e989bb0954a656686ed1f09e21055e216fc06e8ce4b3a6fb9dc87",
    "25000, e48f6510306bb28a4c8005c74b9b724cc569e1501001ed436ab21c3072e34fca"
  })
  void a_dataset_of_json_lines_alone_keeps_the_bytes_that_it_always_had(int records, String root)
      throws Exception {
    assertThat(
            DatasetWriter.write(directory, Samples.content(records), Samples.items(records))
                .rootSha256())
        .isEqualTo(root);
  }

  @Test
  void each_part_has_its_files_and_card_policy_and_records_name_it() throws Exception {
    List<LabelledItem> items = new ArrayList<>();
    Samples.items(10)
        .forEach(item -> items.add(Samples.in(items.size() < 8 ? "train" : "test", item)));
    Map<String, Double> wished = new LinkedHashMap<>();
    wished.put("train", 70.);
    wished.put("validation", 10.);
    wished.put("test", 20.);

    var written =
        DatasetWriter.write(
            directory, Samples.content(10, new Splits(wished)), Samples.items(items));

    assertThat(written.rootSha256())
        .as("as before there was more than one format")
        .isEqualTo("55418e98e82e039d46bd1db85ae8ef71e565cb10481e323bb6d0b5a034c6cd1a");

    List<Path> data = JsonLinesReader.files(directory);
    assertThat(data)
        .extracting(JsonLinesReader::splitOf)
        .as("no file where there is no record")
        .containsExactly("test", "train");
    try (JsonLinesReader.Records records = JsonLinesReader.records(data.get(0))) {
      records.forEachRemaining(record -> assertThat(record.split()).contains("test"));
    }
    assertThat(Files.readAllLines(data.get(1))).hasSize(8);
    assertThat(Files.readAllLines(directory.resolve("lineage/test-00000-of-00001.jsonl")))
        .hasSize(2);
    assertThat(Files.readString(directory.resolve("README.md")))
        .contains("  - split: train\n    path: data/train-*.jsonl\n  - split: test\n")
        .doesNotContain("split: validation")
        .contains("| train | 8 | 80.0 % | 70.0 % |\n| test | 2 | 20.0 % | 20.0 % |")
        .doesNotContain("one split, `all`");
    JsonNode policy =
        new ObjectMapper().readTree(directory.resolve("meta/split-policy.json").toFile());
    assertThat(policy.at("/records/train").asInt()).isEqualTo(8);
    assertThat(policy.at("/percent/validation").asDouble()).isEqualTo(10);
  }

  @Test
  void python_reads_back_every_record_character_by_character() throws Exception {
    DatasetWriter.write(directory, Samples.content(3), Samples.items(3));

    String script =
        """
        import json, sys
        for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
            record = json.loads(line)
            print(record["id"], ascii(record["text"]), record["label"], record["votes"])
        """;
    String read = Tool.run(directory, "python3", "-c", script, "data/all-00000-of-00001.jsonl");

    assertThat(read.lines())
        .containsExactly(
            "00000000000000000000000000001eef 'Gr\\xfc\\xdfe \"\\\\/\\n"
                + "\\t\\x01\\x7f \\U0001f600 \\ue000' billing {'billing': 3}",
            "00000000000000000000000000003dde 'ticket 2' billing {'billing': 3}",
            "00000000000000000000000000005ccd 'ticket 3' outage {'outage': 3}");
  }

  @Test
  void many_records_are_spread_over_shards_each_ordered_by_id() throws Exception {
    var written = DatasetWriter.write(directory, Samples.content(25_000), Samples.items(25_000));

    List<Path> files = JsonLinesReader.files(directory);
    long read = 0;
    for (Path file : files) {
      List<String> ids = new ArrayList<>();
      try (var records = JsonLinesReader.records(file)) {
        records.forEachRemaining(record -> ids.add(record.id()));
      }
      assertThat(ids).isSortedAccordingTo(Utf8Order.INSTANCE).hasSizeBetween(7_500, 9_200);
      read += ids.size();
    }
    assertThat(files.stream().map(file -> file.getFileName().toString()))
        .containsExactly(
            "all-00000-of-00003.jsonl", "all-00001-of-00003.jsonl", "all-00002-of-00003.jsonl");
    assertThat(read).isEqualTo(25_000).isEqualTo(written.records());
    assertThat(written.perLabel())
        .isEqualTo(new TreeMap<>(java.util.Map.of("billing", 16667L, "outage", 8333L)));
  }

  @Test
  void an_item_that_comes_twice_is_refused() {
    LabelledItem item = Samples.item(1, "text", "billing");
    LabelledItems twice =
        new LabelledItems() {
          @Override
          public long count() {
            return 2;
          }

          @Override
          public void forEach(Consumer<LabelledItem> reader) {
            reader.accept(item);
            reader.accept(item);
          }
        };

    assertThatThrownBy(() -> DatasetWriter.write(directory, Samples.content(2), twice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("once each");
  }

  @Test
  void the_card_says_how_soft_labels_came_about() throws Exception {
    DatasetWriter.write(directory, Samples.content(3), Samples.items(3));

    assertThat(Files.readString(directory.resolve("README.md")))
        .contains(
            "| tickets-1 | dawid-skene | 97.1 % | 38 | 90.0 % | not measured |"
                + " Gold \\| says nothing against it. |");
  }

  @Test
  void the_card_cannot_be_broken_by_what_people_wrote_in_names() throws Exception {
    DatasetWriter.write(directory, Samples.content(3), Samples.items(3));

    String card = Files.readString(directory.resolve("README.md"));

    assertThat(card)
        .contains("| 1 | outage | Outage \\| fault | 1 | 33.3 % |")
        .contains("0.812 (0.750 to 0.860)")
        .contains("95.0 % of 40 judgements")
        .contains("license: \"cc-by-4.0\"")
        .contains("pseudonymised, not anonymous");
  }
}
