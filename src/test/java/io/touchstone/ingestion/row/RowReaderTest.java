package io.touchstone.ingestion.row;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.project.RowNames;
import io.touchstone.project.Tie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

  @Test
  void json_rows_are_read_with_their_line() {
    assertThat(json("{\"id\":\"a\",\"text\":\"one\"}\r\n\n{\"text\":\"two\",\"id\":7}"))
        .containsExactly("1 a=one", "3 7=two");
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(json("\uFEFF{\"text\":\"one\"}\n")).containsExactly("1 -=one");
    assertThat(csv("\uFEFFid,text\na,one\n")).containsExactly("2 a=one");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "INVALID_JSON|{\"text\":\"x\"",
        "INVALID_JSON|{\"text\":\"x\"} trailing",
        "INVALID_JSON|{\"text\":\"x\"}{}",
        "INVALID_JSON|{\"text\":\"x\",}",
        "INVALID_JSON|{'text':'x'}",
        "INVALID_JSON|{\"text\":\"x\",\"text\":\"y\"}",
        "INVALID_JSON|{\"text\":\"tab\there\"}",
        "INVALID_JSON|nonsense",
        "JSON_ARRAY|[",
        "JSON_ARRAY|[{\"text\":\"x\"},",
        "NOT_AN_OBJECT|[{\"text\":\"x\"}]",
        "NOT_AN_OBJECT|17",
        "NOT_AN_OBJECT|null",
        "UNKNOWN_FIELD|{\"text\":\"x\",\"label\":\"y\"}",
        "UNKNOWN_FIELD|{\"text\":\"x\",\"a\":{\"b\":[1,2]}}",
        "MISSING_FIELD|{}",
        "MISSING_FIELD|{\"id\":\"a\"}",
        "WRONG_TYPE|{\"text\":7}",
        "WRONG_TYPE|{\"text\":null}",
        "WRONG_TYPE|{\"text\":\"x\",\"id\":1.5}",
        "WRONG_TYPE|{\"text\":[\"x\"]}",
        "EMPTY_TEXT|{\"text\":\"\"}",
        "EMPTY_TEXT|{\"text\":\" \\t\\n\\u00a0\\u200b\"}",
        "NUL_CHARACTER|{\"text\":\"a\\u0000b\"}",
        "LONE_SURROGATE|{\"text\":\"a\\ud83d\"}",
        "LONE_SURROGATE|{\"text\":\"\\ude00\\ud83d\"}",
        "INVALID_ID|{\"text\":\"x\",\"id\":\" \"}",
        "INVALID_ID|{\"text\":\"x\",\"id\":\"a\\nb\"}",
      })
  void a_bad_json_row_is_refused_with_its_reason_and_the_next_is_read(Reason reason, String row) {
    assertThat(json("{\"text\":\"before\"}\n" + row + "\n{\"text\":\"after\"}\n"))
        .containsExactly("1 -=before", "2 " + reason, "3 -=after");
  }

  @Test
  void nesting_is_limited() {
    String deep = "{\"text\":" + "[".repeat(200) + "]".repeat(200) + "}";
    assertThat(json(deep)).containsExactly("1 INVALID_JSON");
    assertThat(json("[".repeat(100_000))).containsExactly("1 JSON_ARRAY");
  }

  @Test
  void bytes_that_are_no_utf8_are_refused_row_by_row() {
    byte[][] faults = {
      {(byte) 0xC0, (byte) 0xAF}, // overlong form of "/"
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // encoded surrogate
      {(byte) 0xFF}, // never a byte of UTF-8
      {(byte) 0xE2, (byte) 0x82}, // cut short
      {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80} // above U+10FFFF
    };
    for (byte[] fault : faults) {
      assertThat(json(bytes("{\"text\":\""), fault, bytes("\"}\n{\"text\":\"after\"}\n")))
          .containsExactly("1 INVALID_UTF8", "2 -=after");
    }
    assertThat(json(bytes("{\"text\":\""), new byte[] {0}, bytes("\"}")))
        .containsExactly("1 NUL_CHARACTER");
    assertThat(json("{\"text\":\"x\"}\n".getBytes(UTF_16LE)))
        .allMatch(row -> row.endsWith("NUL_CHARACTER"));
  }

  @Test
  void a_row_that_is_no_utf8_is_read_in_the_encoding_that_the_project_names() throws IOException {
    Charset old = Charset.forName("windows-1252");
    ByteArrayOutputStream source = new ByteArrayOutputStream();
    source.write(bytes("id,text\na,Gr\u00fc\u00dfe\n"));
    source.write("b,\"Gr\u00fc\u00dfe, 5 \u20ac\"\n".getBytes(old));
    // windows-1252 leaves the byte 81 undefined.
    source.write(new byte[] {'c', ',', 'x', (byte) 0x81, '\n'});
    RowReader reader =
        RowReader.open(
            SourceFormat.CSV,
            new ByteArrayInputStream(source.toByteArray()),
            RowPosition.START,
            new RowForm(RowNames.PLAIN, Map.of(), Optional.of(old)));

    assertThat(text(reader.next())).isEqualTo("Gr\u00fc\u00dfe");
    assertThat(text(reader.next())).isEqualTo("Gr\u00fc\u00dfe, 5 \u20ac");
    RowOutcome.Bad bad = (RowOutcome.Bad) reader.next().orElseThrow().outcome();
    assertThat(bad.reason()).isEqualTo(Reason.UNDEFINED_BYTE);
    assertThat(bad.sentence()).contains("byte at offset 3 of the row").contains("windows-1252");
  }

  @Test
  void text_and_id_are_found_under_the_names_that_the_project_gives_them() throws IOException {
    RowForm german = new RowForm(new RowNames("Frage", "Nr"), Map.of(), Optional.empty());

    assertThat(first(SourceFormat.CSV, "Nr,Frage\n7,Wo ist meine Karte?\n", german))
        .isEqualTo("7 Wo ist meine Karte?");
    assertThat(first(SourceFormat.JSON_LINES, "{\"Nr\": 7, \"Frage\": \"Wo?\"}\n", german))
        .isEqualTo("7 Wo?");
    assertThat(first(SourceFormat.CSV, "id,text\n8,As ever\n", german)).isEqualTo("8 As ever");
    assertThat(first(SourceFormat.CSV, "Nr,Satz\n7,Wo?\n", german))
        .contains("has no column named Frage", "must read: Nr,Frage");
    assertThat(first(SourceFormat.JSON_LINES, "{\"Nr\": 7}\n", german))
        .contains("the field \"Frage\" is missing");
    assertThat(first(SourceFormat.CSV, "Frage,text\na,b\n", german)).contains("a column twice");
  }

  @Test
  void columns_that_tie_a_row_to_somebody_are_found_by_their_names_and_stand_in_no_text()
      throws IOException {
    RowForm form =
        new RowForm(
            new RowNames(
                "text",
                "id",
                Map.of(Tie.AUTHOR, "Verfasser", Tie.DEPARTMENT, "Abt", Tie.SOURCE, "Filiale")),
            Map.of("Patient", new Column(Column.Use.SUBJECT, Operator.KEEP, "OTHER")),
            Optional.empty());
    String csv = "Abt,text,Verfasser,Patient,Filiale\n Ward 4 ,Well again.,eva,p-1,\n";
    String json = "{\"text\": \"Well again.\", \"Verfasser\": 4711, \"Abt\": null}\n";

    assertThat(fields(SourceFormat.CSV, csv, form).ties())
        .isEqualTo(Map.of(Tie.DEPARTMENT, "Ward 4", Tie.AUTHOR, "eva", Tie.SUBJECT, "p-1"));
    assertThat(fields(SourceFormat.CSV, csv, form).with("Well again.")).isEqualTo("Well again.");
    assertThat(fields(SourceFormat.JSON_LINES, json, form).ties())
        .isEqualTo(Map.of(Tie.AUTHOR, "4711"));
    assertThat(first(SourceFormat.CSV, "id,text,Abt,Station\n1,a,b,c\n", form))
        .contains("Line 1: the header has a column, number 4, that is neither id nor text nor one");
    assertThat(first(SourceFormat.JSON_LINES, "{\"text\": \"a\", \"Station\": \"b\"}", form))
        .contains("Line 1: the field \"Station\" is not known");
    assertThat(first(SourceFormat.JSON_LINES, "{\"text\": \"a\", \"Abt\": \"\\ud83d\"}", form))
        .contains("half of a surrogate pair");
  }

  @Test
  void a_file_whose_reading_goes_on_after_its_header_is_read_by_the_same_columns()
      throws IOException {
    RowForm form =
        new RowForm(
            new RowNames("Frage", "Nr", Map.of(Tie.AUTHOR, "von wem")), Map.of(), Optional.empty());
    byte[] source = bytes("Nr,von wem,Frage\n1,eva,Wo?\n2,ben,Wann?\n");
    RowReader first =
        RowReader.open(SourceFormat.CSV, new ByteArrayInputStream(source), RowPosition.START, form);
    first.next();
    RowPosition from = first.position();

    RowReader second =
        RowReader.open(
            SourceFormat.CSV,
            new ByteArrayInputStream(source, (int) from.offset(), source.length),
            from,
            form);

    RowOutcome.Read row = (RowOutcome.Read) second.next().orElseThrow().outcome();
    assertThat(row.text()).isEqualTo("Wann?");
    assertThat(row.fields().ties()).isEqualTo(Map.of(Tie.AUTHOR, "ben"));
  }

  private static RowFields fields(SourceFormat format, String source, RowForm form)
      throws IOException {
    RowReader reader =
        RowReader.open(format, new ByteArrayInputStream(bytes(source)), RowPosition.START, form);
    return ((RowOutcome.Read) reader.next().orElseThrow().outcome()).fields();
  }

  /** Id and text of the first row, or what is wrong with it. */
  private static String first(SourceFormat format, String source, RowForm form) throws IOException {
    RowReader reader =
        RowReader.open(format, new ByteArrayInputStream(bytes(source)), RowPosition.START, form);
    RowOutcome outcome = reader.next().orElseThrow().outcome();
    return outcome instanceof RowOutcome.Read read
        ? read.externalId().orElse("") + " " + read.text()
        : ((RowOutcome.Bad) outcome).sentence();
  }

  private static String text(Optional<Row> row) {
    return ((RowOutcome.Read) row.orElseThrow().outcome()).text();
  }

  @Test
  void a_text_may_have_64_kib_and_no_more() {
    String longest = "ü".repeat(32 * 1024);
    assertThat(json("{\"text\":\"" + longest + "\"}")).containsExactly("1 -=" + longest);
    assertThat(json("{\"text\":\"" + longest + "x\"}")).containsExactly("1 TEXT_TOO_LONG");
  }

  @Test
  void a_row_may_have_1_mib_and_no_more() {
    String row = "{\"text\":\"" + "x".repeat(3 << 20) + "\"}\n{\"text\":\"after\"}";
    assertThat(json(row)).containsExactly("1 ROW_TOO_LONG", "2 -=after");
    assertThat(json("x".repeat(3 << 20))).containsExactly("1 ROW_TOO_LONG");
  }

  @Test
  void csv_fields_follow_rfc_4180() {
    assertThat(csv("text,id\r\n\"a, \"\"b\"\"\nc\",1\r\nplain 5\" screen,2\r\n,3\r\nlast,\r\n"))
        .containsExactly("2 1=a, \"b\"\nc", "4 2=plain 5\" screen", "5 EMPTY_TEXT", "6 -=last");
  }

  @Test
  void a_wrong_column_count_spoils_its_row_only() {
    assertThat(csv("id,text\n1,a\n2\n3,b,c\n4,d\n"))
        .containsExactly("2 1=a", "3 WRONG_COLUMN_COUNT", "4 WRONG_COLUMN_COUNT", "5 4=d");
  }

  @Test
  void an_unterminated_quote_spoils_its_line_only() {
    assertThat(csv("id,text\n1,\"open\n2,b\n3,\"c\"\n4,d"))
        .containsExactly("2 UNTERMINATED_QUOTE", "3 2=b", "4 3=c", "5 4=d");
    assertThat(csv("id,text\n1,a\n2,\"open")).containsExactly("2 1=a", "3 UNTERMINATED_QUOTE");
    assertThat(csv("id,text\n1,\"open\n2,b\n")).containsExactly("2 UNTERMINATED_QUOTE", "3 2=b");
    assertThat(csv("id,text\n1,\"a\"b\n2,c\n")).containsExactly("2 INVALID_CSV", "3 2=c");
  }

  @Test
  void an_unterminated_quote_before_megabytes_of_good_rows_spoils_its_line_only() {
    String good = "2,b\n".repeat(600_000);
    List<String> rows = csv("id,text\n1,\"open\n" + good);
    assertThat(rows).hasSize(600_001);
    assertThat(rows.get(0)).isEqualTo("2 UNTERMINATED_QUOTE");
    assertThat(rows.subList(1, 600_001)).allMatch(row -> row.endsWith(" 2=b"));
  }

  @Test
  void rows_that_each_open_a_quote_take_linear_time() {
    // Within quotes the line leaves them and enters them again, so that none of them ever closes.
    String text = "id,text\n" + "x\",\"\"\"\n".repeat(400_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(csv(text)).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"id,body", "id;text", "id,text,label", "text,text", "\"id,text", "1,hello"})
  void a_csv_without_a_usable_header_has_no_rows(String header) {
    List<String> rows = csv(header + "\n1,a\n");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).startsWith("1 ");
  }

  @Test
  void a_header_alone_and_an_empty_source_have_no_rows() {
    assertThat(csv("id,text\n")).isEmpty();
    assertThat(csv("")).isEmpty();
    assertThat(json("\n\n")).isEmpty();
  }

  @Test
  void sentences_name_line_and_remedy_and_quote_nothing() throws IOException {
    byte[] source = bytes("\n{\"text\":\"\"}\n{\"text\":\"s3cret\",\"s3 cret\":1}\ns3cret");
    RowReader reader = open(SourceFormat.JSON_LINES, source, RowPosition.START);
    assertThat(sentence(reader.next()))
        .isEqualTo("Line 2: the text is empty. Give the row a text or remove it.");
    assertThat(sentence(reader.next())).doesNotContain("s3").startsWith("Line 3: ");
    assertThat(sentence(reader.next())).doesNotContain("s3").startsWith("Line 4: ");
  }

  @Test
  void an_unknown_field_is_named() throws IOException {
    RowReader reader = open(SourceFormat.JSON_LINES, bytes("{\"txt\":\"x\"}"), RowPosition.START);
    assertThat(sentence(reader.next())).contains("\"txt\"");
  }

  @Test
  void reading_goes_on_after_any_row_as_if_it_had_never_stopped() throws IOException {
    byte[] source = bytes("\uFEFFtext,id\r\n\"a\nb\",1\r\n\n\"open,2\nc,3\n\"d\ne\",4\n5\nf,6");
    List<String> whole = read(SourceFormat.CSV, source);
    List<String> pieces = new ArrayList<>();
    RowPosition position = RowPosition.START;
    while (true) {
      RowReader reader = open(SourceFormat.CSV, source, position);
      Optional<Row> row = reader.next();
      if (row.isEmpty()) {
        break;
      }
      pieces.add(shown(row.get()));
      position = reader.position();
    }
    assertThat(whole).hasSize(6);
    assertThat(pieces).isEqualTo(whole);
  }

  private static String sentence(Optional<Row> row) {
    return ((RowOutcome.Bad) row.orElseThrow().outcome()).sentence();
  }

  private static List<String> json(String source) {
    return read(SourceFormat.JSON_LINES, bytes(source));
  }

  private static List<String> json(byte[]... parts) {
    ByteArrayOutputStream source = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      source.writeBytes(part);
    }
    return read(SourceFormat.JSON_LINES, source.toByteArray());
  }

  private static List<String> csv(String source) {
    return read(SourceFormat.CSV, bytes(source));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static RowReader open(SourceFormat format, byte[] source, RowPosition at)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(source);
    in.skipNBytes(at.offset());
    return RowReader.open(format, in, at, RowForm.PLAIN);
  }

  private static List<String> read(SourceFormat format, byte[] source) {
    try {
      RowReader reader = open(format, source, RowPosition.START);
      List<String> rows = new ArrayList<>();
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(shown(row.get()));
      }
      return rows;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String shown(Row row) {
    if (row.outcome() instanceof RowOutcome.Read read) {
      return row.number() + " " + read.externalId().orElse("-") + "=" + read.text();
    }
    return row.number() + " " + ((RowOutcome.Bad) row.outcome()).reason();
  }
}
