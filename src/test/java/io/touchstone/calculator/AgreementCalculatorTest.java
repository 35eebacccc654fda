package io.touchstone.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementCalculatorTest {

  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  private final AgreementCalculator calculator = new AgreementCalculator(CalculatorRoom.ofHeap());

  @Test
  void judgements_with_missing_values_get_every_coefficient() throws IOException {
    JsonNode answer = calculate(nominal(krippendorff2011c()));

    // Krippendorff 2011, example C; irrCAC README for the others.
    assertThat(value(answer, "alphaNominal")).isCloseTo(0.743, within(0.0005));
    assertThat(value(answer, "gwetAC1")).isCloseTo(0.77544, within(0.000005));
    assertThat(value(answer, "fleissKappa")).isCloseTo(0.76117, within(0.000005));
    assertThat(coefficient(answer, "alphaNominal").get("ciLow").asDouble()).isLessThan(0.743);
    assertThat(coefficient(answer, "cohenKappa").get("value").isNull()).isTrue();
    assertThat(coefficient(answer, "cohenKappa").get("reason").asText())
        .isEqualTo("NOT_APPLICABLE");
    assertThat(answer.get("confusion").get("matrix").get(0).get(0).asDouble())
        .isCloseTo(7, within(1e-12));
    assertThat(answer.get("perCategory")).hasSize(5);
  }

  @Test
  void spans_get_their_exact_f1_with_the_labels_apart() throws IOException {
    JsonNode answer =
        calculate(
            """
            {"task": {"type": "span"}, "judgements": [
              {"item": "1", "annotator": "a", "spans": [
                {"start": 0, "end": 3, "label": "per"}, {"start": 11, "end": 15, "label": "org"}]},
              {"item": "1", "annotator": "b", "spans": [
                {"start": 0, "end": 3, "label": "per"}, {"start": 10, "end": 15, "label": "org"}]},
              {"item": "2", "annotator": "a", "spans": []},
              {"item": "2", "annotator": "b", "spans": []}]}
            """);

    // By hand: 2 * 1 common of 2 + 2; one of two items is marked alike.
    assertThat(value(answer, "spanF1Exact")).isEqualTo(0.5);
    assertThat(value(answer, "percentAgreement")).isEqualTo(0.5);
    assertThat(answer.get("metricVersion").asText()).isEqualTo("spans-3");
    assertThat(answer.get("perSpanCategory"))
        .extracting(each -> each.get("label").asText() + " " + each.at("/f1/value"))
        .containsExactly("org 0.0", "per 1.0");
  }

  @Test
  void nothing_to_compare_is_an_answer_with_a_reason() throws IOException {
    JsonNode answer =
        calculate("{\"task\":{\"type\":\"nominal\",\"categories\":null},\"judgements\":[]}");

    assertThat(answer.get("coefficients"))
        .allSatisfy(
            coefficient -> {
              assertThat(coefficient.get("value").isNull()).isTrue();
              assertThat(coefficient.get("reason").asText()).isEqualTo("NO_ITEMS");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'judgements':[]} | invalid-judgements",
        "{'task':{'type':'nominal'}} | invalid-judgements",
        "{'task':{'type':'boxes'},'judgements':[]} | task-type-not-calculated",
        "{'task':{},'judgements':[]} | task-type-not-calculated",
        "{'task':{'type':'nominal'},'judgements':[{'item':'1','annotator':'a'}]}"
            + " | invalid-judgements",
        "{'task':{'type':'nominal'},'judgements':[null]} | invalid-judgements",
        "{'task':{'type':'nominal','categories':['x','x']},'judgements':[]} | invalid-judgements",
        "{'task':{'type':'nominal','categories':['x','y']},"
            + "'judgements':[{'item':'1','annotator':'a','label':'z'}]} | invalid-judgements",
        "{'task':{'type':'nominal'},'bootstrap':{'rounds':5},'judgements':[]}"
            + " | invalid-judgements",
        "{'task':{'type':'span'},'judgements':[{'item':'1','annotator':'a','label':'x'}]}"
            + " | invalid-judgements",
        "{'task':{'type':'span'},'judgements':[{'item':'1','annotator':'a','spans':[7]}]}"
            + " | invalid-judgements",
        "{'task':{'type':'span'},'judgements':[{'item':'1','annotator':'a',"
            + "'spans':[{'start':3,'end':3,'label':'x'}]}]} | invalid-judgements",
        "{'task':{'type':'span','categories':['y']},'judgements':[{'item':'1','annotator':'a',"
            + "'spans':[{'start':0,'end':3,'label':'x'}]}]} | invalid-judgements",
        "{'task':{'type':'span'},'judgements':[{'item':'1','annotator':'a','spans':[]},"
            + "{'item':'1','annotator':'a','spans':[]}]} | invalid-judgements"
      },
      quoteCharacter = '"')
  void what_cannot_be_calculated_is_refused_with_a_sentence(String question, String type) {
    assertThatThrownBy(() -> calculate(question.replace('\'', '"')))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.type()).isEqualTo(type);
              assertThat(refusal.getMessage()).endsWith(".");
            });
  }

  private JsonNode calculate(String question) throws IOException {
    return json.valueToTree(calculator.calculate(Bodies.of(question)));
  }

  private static String nominal(List<String> judgements) {
    return "{\"task\":{\"type\":\"nominal\",\"categories\":null},\"judgements\":["
        + String.join(",", judgements)
        + "]}";
  }

  private static List<String> krippendorff2011c() {
    String[] rows = {"123321412...", "1233224125.3", ".3332342251.", "12332441251."};
    List<String> judgements = new ArrayList<>();
    for (int annotator = 0; annotator < rows.length; annotator++) {
      for (int item = 0; item < rows[annotator].length(); item++) {
        char label = rows[annotator].charAt(item);
        if (label != '.') {
          judgements.add(
              String.format(
                  "{\"item\":\"%d\",\"annotator\":\"%d\",\"label\":\"%c\"}",
                  item, annotator, label));
        }
      }
    }
    return judgements;
  }

  private static double value(JsonNode answer, String name) {
    return coefficient(answer, name).get("value").asDouble();
  }

  private static JsonNode coefficient(JsonNode answer, String name) {
    for (JsonNode coefficient : answer.get("coefficients")) {
      if (coefficient.get("name").asText().equals(name)) {
        return coefficient;
      }
    }
    throw new AssertionError("no coefficient " + name);
  }
}
