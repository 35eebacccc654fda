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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of task through the calculator, as a caller sends it. */
class AgreementTaskTypesTest {

  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  private final AgreementCalculator calculator = new AgreementCalculator(CalculatorRoom.ofHeap());

  /** Krippendorff 2011, example C, labels sent as numbers. */
  @ParameterizedTest
  @CsvSource({
    "nominal, alphaNominal, 0.743",
    "ordinal, alphaOrdinal, 0.815",
    "interval, alphaInterval, 0.849",
    "ratio, alphaRatio, 0.797"
  })
  void krippendorffs_example_at_each_level(String type, String name, double alpha) {
    JsonNode answer = calculate("'type':'" + type + "'", krippendorff2011c());

    assertThat(coefficient(answer, name).get("value").asDouble()).isCloseTo(alpha, within(0.0005));
    assertThat(coefficient(answer, name).get("ciLow").asDouble()).isLessThan(alpha);
    assertThat(coefficient(answer, name).get("pairs").asLong()).isEqualTo(55);
  }

  @Test
  void ordinal_categories_count_their_places_unless_scores_say_otherwise() {
    String categories = "'type':'ordinal','categories':['low','middle','high']";
    List<String> judgements =
        pairs("'low','low'", "'middle','middle'", "'high','middle'", "'low','high'");

    JsonNode places = calculate(categories, judgements);
    JsonNode scored = calculate(categories + ",'scores':[1,2,3]", judgements);
    JsonNode uneven = calculate(categories + ",'scores':[1,2,30]", judgements);

    assertThat(scored).isEqualTo(places);
    assertThat(coefficient(uneven, "alphaOrdinal")).isEqualTo(coefficient(places, "alphaOrdinal"));
    assertThat(coefficient(uneven, "cohenKappaQuadratic").get("value"))
        .isNotEqualTo(coefficient(places, "cohenKappaQuadratic").get("value"));
    assertThat(places.at("/confusion/labels")).hasSize(3);
    assertThat(places.get("perCategory")).hasSize(3);
    assertThat(names(places))
        .contains(
            "cohenKappaLinear",
            "congerKappaQuadratic",
            "fleissKappaLinear",
            "gwetAC2Quadratic",
            "gwetAC2Ordinal",
            "brennanPredigerLinear");
  }

  @Test
  void the_same_number_is_the_same_label_however_it_is_written() {
    JsonNode answer =
        calculate("'type':'interval'", pairs("1, '1.0'", "2.50, '2.5'", "'1e1', 10", "0, '-0.0'"));

    assertThat(coefficient(answer, "percentAgreement").get("value").asDouble()).isEqualTo(1);
    assertThat(coefficient(answer, "alphaInterval").get("value").asDouble()).isEqualTo(1);
    assertThat(
            coefficient(answer, "alphaInterval").at("/details/meanAbsoluteDifference").asDouble())
        .isZero();
  }

  @Test
  void tiny_and_huge_numbers_agree_as_others_do() {
    double plain = alphaInterval("1, 2", "3, 3", "2, 2", "1, 1");

    assertThat(
            alphaInterval("1e-200, 2e-200", "3e-200, 3e-200", "2e-200, 2e-200", "1e-200, 1e-200"))
        .isCloseTo(plain, within(1e-9));
    assertThat(alphaInterval("1e99, 2e99", "3e99, 3e99", "2e99, 2e99", "1e99, 1e99"))
        .isCloseTo(plain, within(1e-9));
  }

  private double alphaInterval(String... pairs) {
    return coefficient(calculate("'type':'interval'", pairs(pairs)), "alphaInterval")
        .get("value")
        .asDouble();
  }

  @Test
  void many_different_numbers_have_an_interval_alpha_and_no_confusion() {
    JsonNode answer =
        calculate(
            "'type':'interval'",
            IntStream.range(0, 3_000)
                .mapToObj(i -> pair(i, i + ".25", i + ".75"))
                .flatMap(List::stream)
                .toList());

    assertThat(coefficient(answer, "alphaInterval").get("value").asDouble()).isGreaterThan(0.99);
    assertThat(
            coefficient(answer, "alphaInterval").at("/details/meanAbsoluteDifference").asDouble())
        .isCloseTo(0.5, within(1e-12));
    assertThat(answer.at("/confusion/labels")).isEmpty();
    assertThat(names(answer)).containsExactly("percentAgreement", "alphaInterval");
  }

  @Test
  void sets_of_labels_are_compared_whatever_the_order_of_their_labels() {
    JsonNode answer =
        calculate(
            "'type':'multilabel'", pairs("['x','y'], ['y','x']", "[], []", "['x'], ['x','y']"));

    assertThat(coefficient(answer, "percentAgreement").get("value").asDouble())
        .isCloseTo(2.0 / 3, within(1e-12));
    assertThat(names(answer)).containsExactly("percentAgreement", "alphaMasi", "alphaJaccard");
    assertThat(answer.get("perCategory"))
        .extracting(each -> each.get("label").asText())
        .containsExactly("x", "y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nominal",
        "ordinal",
        "interval",
        "ratio",
        "multilabel",
        "span",
        "box",
        "segment",
        "text"
      })
  void no_judgements_and_one_annotator_are_answers_with_a_reason(String type) {
    String label =
        switch (type) {
          case "multilabel" -> "['1']";
          case "span", "segment" -> "[{'start':0,'end':3,'label':'1'}]";
          case "box" -> "[{'x':0,'y':0,'width':3.5,'height':1,'label':'1'}]";
          default -> "'1'";
        };

    assertReason(calculate("'type':'" + type + "'", List.of()), "NO_ITEMS");
    assertReason(
        calculate(
            "'type':'" + type + "'",
            List.of(judgement("1", "a", label), judgement("2", "a", label))),
        "NO_PAIRABLE_ITEM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'type':'ordinal','categories':['x','y'] | 'z' | judgements[0]",
        "'type':'ordinal' | 'good' | judgements[0]",
        "'type':'interval' | 'NaN' | judgements[0]",
        "'type':'interval' | '1e999' | judgements[0]",
        "'type':'interval' | [1] | judgements[0]",
        "'type':'interval' | null | judgements[0]",
        "'type':'ratio' | -1 | judgements[0]",
        "'type':'ratio','categories':['-1','1'] | 1 | task.scores",
        "'type':'interval','categories':['x','y'] | 'x' | task.scores",
        "'type':'ordinal','categories':['x','y','z'],'scores':[1,3,2] | 'x' | task.scores",
        "'type':'ordinal','categories':['x','y'],'scores':[1] | 'x' | task.scores",
        "'type':'ordinal','categories':['x','y'],'scores':[1,1] | 'x' | task.scores",
        "'type':'ordinal','categories':['x','y'],'scores':[1,'NaN'] | 'x' | task.scores",
        "'type':'ordinal','scores':[1] | '1' | task.scores",
        "'type':'ordinal','categories':['1','1.0'] | '1' | task.categories",
        "'type':'ordinal','categories':['1e999'] | '1' | task.categories",
        "'type':'multilabel' | 'x' | judgements[0]",
        "'type':'multilabel' | ['x','x'] | judgements[0]",
        "'type':'multilabel' | [['x']] | judgements[0]",
        "'type':'multilabel','categories':['y'] | ['x'] | judgements[0]",
        "'type':'nominal' | {} | judgements[0]",
        "'type':'text' | {} | judgements[0]",
        "'type':'box' | 'x' | judgements[0]",
        "'type':'box' | [{'x':0,'y':0,'width':3,'label':'x'}] | judgements[0]",
        "'type':'box' | [{'x':0,'y':0,'width':3,'height':0,'label':'x'}] | judgements[0]",
        "'type':'box' | [{'x':0,'y':0,'width':3,'height':1}] | judgements[0]",
        "'type':'box','categories':['y'] | [{'x':0,'y':0,'width':3,'height':1,'label':'x'}]"
            + " | judgements[0]",
        "'type':'segment' | [{'start':4.5,'end':4.5,'label':'x'}] | judgements[0]",
        "'type':'segment' | [{'start':'NaN','end':4.5,'label':'x'}] | judgements[0]",
        "'type':'span' | [{'start':4,'end':4,'label':'x'}] | judgements[0]"
      })
  void what_cannot_be_calculated_is_refused_with_its_place(
      String task, String label, String where) {
    assertRefused(task, List.of(judgement("1", "a", label)), where);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nominal", "ordinal", "interval", "ratio"})
  void a_second_judgement_of_the_same_item_is_refused(String type) {
    assertRefused(
        "'type':'" + type + "'",
        List.of(judgement("1", "a", "1"), judgement("1", "b", "1"), judgement("1", "a", "2")),
        "judgements[2]");
  }

  @Test
  void ten_thousand_categories_are_refused() {
    String many =
        IntStream.range(0, 10_000).mapToObj(i -> "'c" + i + "'").collect(Collectors.joining(","));

    assertRefused("'type':'nominal','categories':[" + many + "]", List.of(), "task.categories");
    assertRefused(
        "'type':'nominal'",
        IntStream.range(0, 10_000).mapToObj(i -> judgement("" + i, "a", "'c" + i + "'")).toList(),
        "judgements[1000]");
  }

  private void assertRefused(String task, List<String> judgements, String where) {
    assertThatThrownBy(() -> calculate(task, judgements))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.members().get("where")).isEqualTo(where);
              assertThat(refusal.getMessage()).endsWith(".");
            });
  }

  private static void assertReason(JsonNode answer, String reason) {
    assertThat(answer.get("coefficients"))
        .isNotEmpty()
        .allSatisfy(
            coefficient -> {
              assertThat(coefficient.get("value").isNull()).isTrue();
              assertThat(coefficient.get("reason").asText()).isEqualTo(reason);
            });
  }

  private JsonNode calculate(String task, List<String> judgements) {
    String question = "{'task':{" + task + "},'judgements':[" + String.join(",", judgements) + "]}";
    try {
      return json.valueToTree(calculator.calculate(Bodies.of(question.replace('\'', '"'))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> krippendorff2011c() {
    String[] rows = {"123321412...", "1233224125.3", ".3332342251.", "12332441251."};
    List<String> judgements = new ArrayList<>();
    for (int annotator = 0; annotator < rows.length; annotator++) {
      for (int item = 0; item < rows[annotator].length(); item++) {
        if (rows[annotator].charAt(item) != '.') {
          judgements.add(judgement("" + item, "" + annotator, "" + rows[annotator].charAt(item)));
        }
      }
    }
    return judgements;
  }

  private static List<String> pairs(String... labels) {
    List<String> judgements = new ArrayList<>();
    for (int item = 0; item < labels.length; item++) {
      String[] two = labels[item].split(", ?(?![^\\[]*\\])");
      judgements.addAll(pair(item, two[0], two[1]));
    }
    return judgements;
  }

  private static List<String> pair(int item, String first, String second) {
    return List.of(judgement("" + item, "a", first), judgement("" + item, "b", second));
  }

  private static String judgement(String item, String annotator, String label) {
    return "{'item':'" + item + "','annotator':'" + annotator + "','label':" + label + "}";
  }

  private static List<String> names(JsonNode answer) {
    return answer.get("coefficients").findValuesAsText("name");
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
