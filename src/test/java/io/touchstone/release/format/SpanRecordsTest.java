package io.touchstone.release.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.project.ProjectSettings;
import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of spans as they stand in a dataset's files, and as others read them. */
class SpanRecordsTest {

  private static final MarkedText NOTE =
      MarkedText.of("💊 [billing:cafe\u0301] \"אב\" [outage:line]");

  @TempDir private Path directory;

  private static DatasetRecord record(MarkedText marked) {
    List<RecordAnswer.MarkedSpan> spans =
        marked.spans().stream().map(span -> new RecordAnswer.MarkedSpan(span, 2)).toList();
    return new DatasetRecord(
        "%032x".formatted(7),
        marked.text(),
        new RecordAnswer.MarkedSpans(spans, 3),
        "majority",
        Optional.empty());
  }

  private DatasetWriter.Written write(DatasetRecord record) throws Exception {
    DatasetContent content = Samples.content(1);
    CardFacts facts = content.facts();
    CardFacts ofSpans =
        new CardFacts(
            facts.dataset(),
            facts.title(),
            facts.purpose(),
            facts.licence(),
            facts.creator(),
            facts.contact(),
            facts.annotatorsPerItem(),
            ProjectSettings.Task.SPANS,
            facts.batches(),
            facts.accepted());
    Lineage sample = Samples.item(7, "x", "billing").lineage();
    Lineage lineage =
        new Lineage(
            record.id(),
            "c0ffee",
            sample.source(),
            "ab12",
            1,
            1,
            List.of(
                new Lineage.JudgementEntry("a1", "annotator", new SpanSet(NOTE.spans()), 1, 1),
                new Lineage.JudgementEntry("b2", "annotator", new SpanSet(List.of()), 1, 1)),
            sample.verdict(),
            sample.process(),
            List.of(),
            Optional.empty());
    return DatasetWriter.write(
        directory,
        new DatasetContent(
            ofSpans,
            content.classMap(),
            content.guideline(),
            content.deidentification(),
            content.splits(),
            content.formats()),
        Samples.items(List.of(new LabelledItem(record, lineage))));
  }

  @Test
  void python_cuts_the_covered_text_out_of_the_text_at_the_places_of_each_span() throws Exception {
    write(record(NOTE));

    String script =
        """
        import json, sys
        for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
            record = json.loads(line)
            for span in record["spans"]:
                cut = record["text"][span["start"]:span["end"]]
                print(span["label"], ascii(cut), cut == span["text"], span["votes"])
        """;
    String read = Tool.run(directory, "python3", "-c", script, "data/all-00000-of-00001.jsonl");

    assertThat(read.lines())
        .containsExactly("billing 'cafe\\u0301' True 2", "outage 'line' True 2");
  }

  @Test
  void a_record_is_read_back_as_it_was_written_even_with_nothing_marked() throws Exception {
    for (DatasetRecord record : List.of(record(NOTE), record(MarkedText.of("nothing here")))) {
      write(record);
      try (JsonLinesReader.Records read =
          JsonLinesReader.records(directory.resolve("data/all-00000-of-00001.jsonl"))) {
        assertThat(read.next()).isEqualTo(record);
        assertThat(read.hasNext()).isFalse();
      }
    }
  }

  @Test
  void the_card_counts_spans_and_names_the_measure_of_spans() throws Exception {
    DatasetWriter.Written written = write(record(NOTE));

    assertThat(written.perLabel()).containsEntry("billing", 1L).containsEntry("outage", 1L);
    assertThat(Files.readString(directory.resolve("README.md")))
        .contains("- token-classification")
        .contains("| Records | 1 |")
        .contains("Exact span F1 (95 % interval)")
        .contains("| Number | Label | Name | Spans | Share |")
        .doesNotContain("Krippendorff");
  }

  @Test
  void lineage_names_the_places_everybody_marked_without_repeating_the_text() throws Exception {
    write(record(NOTE));

    assertThat(Files.readString(directory.resolve("lineage/all-00000-of-00001.jsonl")))
        .contains(
            "\"annotator\":\"a1\",\"role\":\"annotator\",\"spans\":[{\"start\":2,\"end\":7,"
                + "\"label\":\"billing\"}")
        .contains("\"annotator\":\"b2\",\"role\":\"annotator\",\"spans\":[],")
        .doesNotContain("line\"}");
  }

  @Test
  void a_span_on_another_text_is_noticed() {
    DatasetRecord shifted =
        record(new MarkedText("x cafe", List.of(new Span(1, 5, "billing", "cafe"))));
    assertThat(shifted.spansFitText()).isFalse();
    assertThat(record(NOTE).spansFitText()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\",\"text\":\"x\",\"spans\":[],\"method\":\"majority\"}",
        "{\"id\":\"a\",\"text\":\"x\",\"spans\":[{\"start\":0,\"end\":1}],\"judgements\":3,"
            + "\"method\":\"majority\"}",
        "{\"id\":\"a\",\"text\":\"x\",\"spans\":[{\"start\":\"0\",\"end\":1,\"label\":\"b\","
            + "\"text\":\"x\",\"votes\":1}],\"judgements\":3,\"method\":\"majority\"}",
        "{\"id\":\"a\",\"text\":\"x\",\"spans\":{},\"judgements\":3,\"method\":\"majority\"}",
        "{\"id\":\"a\",\"text\":\"x\",\"spans\":[7],\"judgements\":3,\"method\":\"majority\"}",
        "{\"id\":\"a\",\"text\":\"x\",\"label\":\"b\",\"spans\":[],\"votes\":{},\"judgements\":3,"
            + "\"method\":\"majority\"}"
      })
  void what_is_no_record_of_spans_is_not_read_as_one(String line) throws Exception {
    Path file = directory.resolve("all-0.jsonl");
    Files.writeString(file, line + "\n");
    try (JsonLinesReader.Records records = JsonLinesReader.records(file)) {
      assertThatThrownBy(records::next)
          .isInstanceOf(DatasetFormat.Unreadable.class)
          .hasMessage("all-0.jsonl line 1 is not a record.");
    }
  }
}
