package io.touchstone.ingestion.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.project.RowNames;
import io.touchstone.project.Tie;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file before it is delivered, as a data manager looks at it. */
class FirstRowsTest {

  private static final RowForm FORM =
      new RowForm(
          new RowNames("Frage", "id", Map.of(Tie.AUTHOR, "Wer", Tie.DEPARTMENT, "Abt")),
          Map.of(
              "Ort", new Column(Column.Use.KEEP, Operator.KEEP, "OTHER"),
              "Tel", new Column(Column.Use.OPERATOR, Operator.SURROGATE, "PHONE")),
          Optional.empty());

  private static FirstRows.Seen csv(String file) throws IOException {
    return FirstRows.of(SourceFormat.CSV, file.getBytes(UTF_8), false, FORM);
  }

  private static FirstRows.Seen json(String file, boolean cut) throws IOException {
    return FirstRows.of(SourceFormat.JSON_LINES, file.getBytes(UTF_8), cut, FORM);
  }

  private static List<String> uses(FirstRows.Seen seen) {
    return seen.columns().stream()
        .map(
            column ->
                column.name()
                    + column.part().map(part -> "=" + part).orElse("")
                    + column.rule().map(rule -> ": " + rule).orElse(""))
        .toList();
  }

  @Test
  void of_a_table_each_column_has_what_becomes_of_it_and_five_rows_are_shown() throws IOException {
    String row = "1,Wo?,eva,Ost,Bern,030 1\n";

    FirstRows.Seen seen = csv("\uFEFFid,Frage,Wer,Abt,Ort,Tel\n" + row.repeat(6) + "7,x\n");

    assertThat(uses(seen))
        .containsExactly(
            "id=id",
            "Frage=text",
            "Wer=author",
            "Abt=department",
            "Ort: keep",
            "Tel: surrogate PHONE");
    assertThat(seen.rows())
        .extracting(FirstRows.ShownRow::line)
        .containsExactly(2L, 3L, 4L, 5L, 6L);
    assertThat(seen.rows().get(0).cells())
        .containsExactly("1", "Wo?", "eva", "Ost", "Bern", "030 1");
    assertThat(seen.read()).isEqualTo(7);
    assertThat(seen.faults())
        .singleElement()
        .asString()
        .startsWith("Line 8: the row has 2 columns where the header has 6");
  }

  @Test
  void a_column_that_nobody_has_named_is_told_and_its_rows_are_shown_all_the_same()
      throws IOException {
    FirstRows.Seen seen = csv("id,Frage,Rest\n1,\"Wo,\nwann?\",x\n");

    assertThat(uses(seen)).containsExactly("id=id", "Frage=text", "Rest");
    assertThat(seen.rows().get(0).cells()).containsExactly("1", "Wo,\nwann?", "x");
    assertThat(seen.read()).isZero();
    assertThat(seen.refused()).isEqualTo(1);
    assertThat(seen.faults().get(0)).startsWith("Line 1: the header has a column, number 3, that");
  }

  @Test
  void of_lines_of_json_the_fields_are_the_columns_and_each_bad_row_says_its_line()
      throws IOException {
    FirstRows.Seen seen =
        json(
            "{\"Frage\": \"Wo?\", \"Wer\": 7}\n\n{\"Wer\": \"eva\", \"suggestions\": []}\n"
                + "{\"Frage\": \"Wo?\", \"Rang\": {\"a\": 1}}\nnonsense\n",
            false);

    assertThat(uses(seen))
        .containsExactly("Frage=text", "Wer=author", "suggestions=suggestions", "Rang");
    assertThat(seen.rows().get(2).cells()).containsExactly("Wo?", "", "", "{\"a\":1}");
    assertThat(seen.rows().get(1).fault().orElseThrow())
        .contains("Line 3: the field \"Frage\" is missing");
    assertThat(seen.faults())
        .hasSize(3)
        .element(1)
        .asString()
        .contains("Line 4: the field \"Rang\"");
    assertThat(seen.refused()).isEqualTo(3);
  }

  @Test
  void of_a_long_file_the_beginning_is_enough_and_its_last_row_is_not_taken_for_a_broken_one()
      throws IOException {
    String row = "{\"Frage\": \"%s\"}\n".formatted("x".repeat(60_000));
    String file = row.repeat(40).substring(0, 2_000_000);

    assertThat(json(file, false).faults().get(0)).startsWith("Line 34: the row is not valid");
    FirstRows.Seen cut = json(file, true);

    assertThat(cut.faults()).isEmpty();
    // 2,000,000 bytes less 1 MiB, in rows of 60,014.
    assertThat(cut.read()).isEqualTo(16);
    assertThat(cut.whole()).isFalse();
    assertThat(cut.rows().get(0).cells().get(0)).isEqualTo("x".repeat(200) + "…");
  }

  @Test
  void what_holds_no_rows_is_told_so() throws IOException {
    assertThat(csv("").faults()).singleElement().asString().contains("holds no rows");
    assertThat(csv("id,Frage\n").faults()).singleElement().asString().contains("holds no rows");
    assertThat(json("\n\n", false).faults()).singleElement().asString().contains("no rows");
    assertThat(csv("id;Frage\n1;Wo?\n").faults().get(0)).contains("by semicolons");
  }
}
