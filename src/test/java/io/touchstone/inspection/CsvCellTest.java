package io.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

  /** The characters that OWASP names in "CSV Injection", and a formula behind a space. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =cmd|' /C calc'!A0",
        "＝1+1",
        "＠SUM(A1)"
      })
  void what_a_spreadsheet_would_calculate_becomes_text(String formula) {
    assertThat(CsvCell.harmless(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "dora", "batch:tickets-1", "1 = 1", "{\"a\":-1}", "\"=1\""})
  void all_else_stays_as_it_is(String text) {
    assertThat(CsvCell.harmless(text)).isEqualTo(text);
  }
}
