package io.touchstone.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judgements as CSV. */
class AgreementSheetTest {

  private static final AgreementCalculator.Resampling FEW =
      new AgreementCalculator.Resampling(Optional.of(100), Optional.empty());

  private final AgreementCalculator calculator = new AgreementCalculator(CalculatorRoom.ofHeap());

  /** Krippendorff 2011, example B: two observers, twelve units, five labels. */
  @Test
  void labels_come_one_a_row_with_the_columns_in_any_order() throws IOException {
    StringBuilder sheet = new StringBuilder("\uFEFFlabel,item,annotator\r\n");
    String[] rows = {"aabbdcccedda", "babbbccceddd"};
    for (int annotator = 0; annotator < 2; annotator++) {
      for (int item = 0; item < 12; item++) {
        sheet.append(rows[annotator].charAt(item)).append(',').append(item).append(',');
        sheet.append("observer-").append(annotator).append("\r\n");
      }
    }

    AgreementAnswer answer = calculate("nominal", sheet.toString());

    assertThat(value(answer, "alphaNominal")).isCloseTo(0.692, within(0.0005));
  }

  @Test
  void spans_and_sets_stand_as_json_in_their_cells() throws IOException {
    String spans =
        """
        item,annotator,label
        1,a,"[{""start"":0,""end"":3,""label"":""x""}]"
        1,b,"[{""start"":0,""end"":3,""label"":""x""}]"
        2,a,[]
        2,b,[]
        """;
    String sets = "item,annotator,label\n1,a,\"[\"\"x\"\",\"\"y\"\"]\"\n1,b,\"[\"\"y\"\"]\"\n";

    assertThat(value(calculate("span", spans), "spanF1Exact")).isEqualTo(1);
    assertThat(value(calculate("multilabel", sets), "percentAgreement")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item,label                      | line 1",
        "item,annotator,label,more       | line 1",
        "item,annotator,label/1,a        | line 2",
        "item,annotator,label/1,a,       | line 2",
        "item,annotator,label/1,a,x/1,a,x| line 3",
        "item,annotator,label/1,a,\"x    | line 2"
      })
  void what_cannot_be_read_is_refused_with_its_line(String sheet, String where) {
    assertThatThrownBy(() -> calculate("nominal", sheet.replace('/', '\n') + "\n"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.members().get("where")).isEqualTo(where));
  }

  @Test
  void a_cell_that_is_no_json_is_refused_where_lists_are_asked_for() {
    assertThatThrownBy(() -> calculate("multilabel", "item,annotator,label\n1,a,x\n"))
        .isInstanceOf(Refusal.class);
  }

  /** Two hundred thousand rows that exist only while they are read. */
  @Test
  void a_long_sheet_is_read_as_it_comes() throws IOException {
    JudgementText sheet =
        Bodies.rows(
            "item,annotator,label\n",
            200_000,
            row -> row / 2 + "," + row % 2 + "," + (row / 2 * 7 + row % 2) % 101 + "\n");

    AgreementAnswer answer = calculator.calculate(task("ordinal"), sheet, FEW);

    assertThat(answer.judgements()).isEqualTo(200_000);
    assertThat(value(answer, "alphaOrdinal")).isGreaterThan(0.9);
  }

  private AgreementAnswer calculate(String type, String sheet) throws IOException {
    return calculator.calculate(task(type), Bodies.of(sheet), FEW);
  }

  private static AgreementTask task(String type) {
    return new AgreementTask(Optional.of(type), Optional.<List<String>>empty(), Optional.empty());
  }

  private static double value(AgreementAnswer answer, String name) {
    return answer.coefficients().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
