package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.PlantedCases;
import io.touchstone.ingestion.PlantedTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An identifier is found whatever stands between its parts, where a person reads it as one. */
class BrokenIdentifiersTest {

  private static final List<String> OVER_LINES =
      List.of(
          "line at divider",
          "line amid token",
          "carriage return",
          "indented",
          "quoted",
          "hyphenated",
          "form feed",
          "word above");

  private static final List<String> OVER_DIVIDERS =
      List.of(
          "doubled",
          "spaced",
          "mixed",
          "en dash",
          "no-break hyphen",
          "slash",
          "dot",
          "underscore",
          "tabulator",
          "thin space",
          "spaced dash",
          "regrouped");

  private final Redactor redactor = RecallTable.standard(false);

  @Test
  void given_identifiers_of_every_kind_when_gaps_part_them_then_nine_in_ten_are_masked_whole() {
    RecallTable table = new RecallTable(redactor);
    PlantedCases.of(1, 45).forEach(table::add);
    table.print();
    assertThat(table.recall("clean")).isGreaterThanOrEqualTo(0.95);
    assertThat(table.recallOf(OVER_LINES)).isGreaterThanOrEqualTo(0.9);
    assertThat(table.recallOf(OVER_DIVIDERS)).isGreaterThanOrEqualTo(0.9);
    assertThat(table.precision()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void given_tables_lists_and_wrapped_figures_when_redacted_then_ninety_nine_in_hundred_stay() {
    RecallTable table = new RecallTable(redactor);
    PlantedTables.texts(8).forEach(table::addNegative);
    assertThat(PlantedTables.TEMPLATES).hasSizeGreaterThanOrEqualTo(60);
    assertThat(table.unmasked()).as("%s", table.mistaken()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void given_a_quoted_mail_when_a_number_is_broken_then_the_mask_covers_it_in_the_raw_text() {
    String text = "> my SSN is 078-05-\n>   1120, thanks";
    List<Finding> findings = redactor.redact(text).findings();
    assertThat(findings).hasSize(1);
    assertThat(text.substring(findings.get(0).start(), findings.get(0).end()))
        .isEqualTo("078-05-\n>   1120");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write to jane.doe@exam\nple.org today",
        "write to jane.d\noe@example.org today",
        "write to jane.doe @ example . org today",
        "pay to DE89 3704 0044\n0532 01\n30 00 please",
        "from 192.0.\n2.17 at night",
        "SSN:\n078 05 1120",
        "BSN 11 1222 333"
      })
  void given_one_identifier_when_it_is_parted_then_no_digit_and_no_at_is_left(String text) {
    Redaction redaction = redactor.redact(text);
    assertThat(redaction.findings()).hasSize(1);
    assertThat(redaction.text()).doesNotContainPattern("[0-9@]");
    assertThat(redactor.redact(redaction.text()).findings()).isEmpty();
  }

  @Test
  void given_an_address_at_a_lines_end_when_redacted_then_the_next_line_stays() {
    assertThat(redactor.redact("Write to jane@example.org\nor call us.").text())
        .isEqualTo("Write to [EMAIL]\nor call us.");
    assertThat(redactor.redact("Write to jane@example.org.\nWe answer.").text())
        .isEqualTo("Write to [EMAIL].\nWe answer.");
    assertThat(redactor.redact("clone https://user:secret@git.example.org\nnow").text())
        .isEqualTo("clone [CREDENTIALS]\nnow");
  }
}
