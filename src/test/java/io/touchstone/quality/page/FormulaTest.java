package io.touchstone.quality.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.calculator.AgreementCalculator;
import io.touchstone.calculator.Bodies;
import io.touchstone.calculator.CalculatorRoom;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is explained is what comes out, and what comes out is what the explanation says. */
class FormulaTest {

  private final AgreementCalculator calculator = new AgreementCalculator(CalculatorRoom.ofHeap());

  private Map<String, CoefficientView> calculate(String task, List<String> labels)
      throws IOException {
    String rows =
        labels.stream()
            .map(each -> each.split(" ", 3))
            .map(
                each ->
                    "{'item':'%s','annotator':'%s','label':%s}"
                        .formatted(each[0], each[1], each[2]))
            .collect(Collectors.joining(","));
    String body = "{'task':{" + task + "},'judgements':[" + rows + "]}";
    return calculator.calculate(Bodies.of(body.replace('\'', '"'))).coefficients().stream()
        .collect(Collectors.toMap(CoefficientView::name, Function.identity()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'type':'nominal' | 'x' | 'y'",
        "'type':'nominal','categories':['x','y'],'weights':[[1,0.5],[0.5,1]] | 'x' | 'y'",
        "'type':'ordinal','categories':['x','y'],'weights':[[1,0.5],[0.5,1]] | 'x' | 'y'",
        "'type':'interval','categories':['1','2'] | 1 | 2",
        "'type':'ratio','categories':['1','2'] | 1 | 2",
        "'type':'multilabel' | ['x'] | ['x','y']",
        "'type':'span' | [{'start':0,'end':4,'label':'x'}] | [{'start':0,'end':5,'label':'x'}]",
        "'type':'box' | [{'x':0,'y':0,'width':4,'height':4,'label':'x'}] | []",
        "'type':'segment' | [{'start':0,'end':4,'label':'x'}] | []",
        "'type':'text' | 'one' | 'two'"
      })
  void every_figure_that_comes_out_is_explained(String task, String one, String other)
      throws IOException {
    Map<String, CoefficientView> figures =
        calculate(task, List.of("1 a " + one, "1 b " + other, "2 a " + one, "2 b " + one));

    assertThat(figures.keySet()).allMatch(name -> Formula.of(name).isPresent());
  }

  @Test
  void figures_of_boxes_and_segments_and_of_two_people_have_a_formula_of_their_own() {
    assertThat(Formula.ALL)
        .extracting(Formula::name)
        .doesNotHaveDuplicates()
        .contains("boxAlpha", "segmentAlpha", "scottPi", "congerKappa", "unanimity")
        .contains("spanF1ExactMeanOfPairs", "boxF1_50MeanOfPairs", "segmentF1_50MeanOfPairs");
  }

  /**
   * Items xx, xx, xy, yx and one that a alone judged, y. Cohen and Scott see four items: po 1/2, pe
   * 3/4 * 3/4 + 1/4 * 1/4 = 5/8. Conger sees a say x three times in five: pe 3/5 * 3/4 + 2/5 * 1/4
   * = 11/20.
   */
  @Test
  void of_two_people_congers_kappa_is_cohens_only_where_both_judged_every_item()
      throws IOException {
    List<String> both =
        List.of(
            "1 a 'x'", "1 b 'x'", "2 a 'x'", "2 b 'x'", "3 a 'x'", "3 b 'y'", "4 a 'y'", "4 b 'x'");
    List<String> more = new ArrayList<>(both);
    more.add("5 a 'y'");

    Map<String, CoefficientView> complete = calculate("'type':'nominal'", both);
    Map<String, CoefficientView> single = calculate("'type':'nominal'", more);

    assertThat(complete.get("congerKappa").value()).isCloseTo(-1.0 / 3, within(1e-12));
    assertThat(complete.get("cohenKappa").value()).isCloseTo(-1.0 / 3, within(1e-12));
    assertThat(single.get("congerKappa").value()).isCloseTo(-1.0 / 9, within(1e-12));
    assertThat(single.get("cohenKappa").value()).isCloseTo(-1.0 / 3, within(1e-12));
    assertThat(single.get("scottPi").value()).isCloseTo(-1.0 / 3, within(1e-12));
    assertThat(Formula.of("congerKappa").orElseThrow().meaning()).contains("where both judged");
  }

  /**
   * Artstein and Poesio 2008, "Inter-coder agreement for computational linguistics": .341, .348.
   */
  @Test
  void scotts_pi_and_cohens_kappa_of_two_people_are_those_that_artstein_and_poesio_print()
      throws IOException {
    List<String> labels = new ArrayList<>();
    int item = 0;
    for (String cell : List.of("s s 20", "s i 20", "i s 10", "i i 50")) {
      String[] parts = cell.split(" ");
      for (int times = Integer.parseInt(parts[2]); times > 0; times--) {
        labels.add(item + " a '" + parts[0] + "'");
        labels.add(item++ + " b '" + parts[1] + "'");
      }
    }

    Map<String, CoefficientView> figures = calculate("'type':'nominal'", labels);

    assertThat(figures.get("scottPi").value()).isCloseTo(.341, within(.0005));
    assertThat(figures.get("cohenKappa").value()).isCloseTo(.348, within(.0005));
    labels.add("0 c 'i'");
    assertThat(calculate("'type':'nominal'", labels).get("scottPi").reason())
        .isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void own_weights_that_fall_as_linear_ones_do_give_what_linear_ones_give() throws IOException {
    List<String> labels =
        List.of(
            "1 a 'x'", "1 b 'y'", "2 a 'y'", "2 b 'y'", "3 a 'z'", "3 b 'x'", "4 a 'z'", "4 b 'z'",
            "5 c 'y'");
    String task =
        "'type':'ordinal','categories':['x','y','z'],'weights':[[1,0.5,0],[0.5,1,0.5],[0,0.5,1]]";

    Map<String, CoefficientView> figures = calculate(task, labels);

    for (String family : List.of("congerKappa", "fleissKappa", "gwetAC2", "brennanPrediger")) {
      assertThat(figures.get(family + "Own").value())
          .isEqualTo(figures.get(family + "Linear").value());
    }
    assertThat(figures.get("fleissKappaOwn").value())
        .isNotEqualTo(figures.get("fleissKappaQuadratic").value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[[1,0.5],[0.4,1]]",
        "[[1,2],[2,1]]",
        "[[1]]",
        "[[1,0],[0,0.9]]",
        "[[1,NaN],[NaN,1]]",
        "[1,0]",
        "'x'"
      })
  void weights_that_are_none_are_refused_with_their_place(String weights) {
    String task = "'type':'nominal','categories':['x','y'],'weights':" + weights;

    assertThat(refusedPlace(task)).contains("task.weights");
  }

  private Optional<Object> refusedPlace(String task) {
    try {
      calculate(task, List.of("1 a 'x'", "1 b 'y'"));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.ofNullable(refusal.members().get("where"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String WHOLE = "[{'x':0,'y':0,'width':4,'height':4,'label':'c'}]";

  /**
   * Item 1: a and b alike, c saw nothing; item 2: all alike. Equal pairs 1 of 3 and 3 of 3. F1 over
   * all pairs: 2 * 4 matches of 4 + 6 boxes. Of ab 4 / 4, of ac and bc 2 / 3 each.
   */
  @Test
  void percent_agreement_of_boxes_is_of_pairs_and_f1_is_there_pooled_and_as_mean_of_pairs()
      throws IOException {
    Map<String, CoefficientView> figures =
        calculate(
            "'type':'box'",
            List.of(
                "1 a " + WHOLE,
                "1 b " + WHOLE,
                "1 c []",
                "2 a " + WHOLE,
                "2 b " + WHOLE,
                "2 c " + WHOLE));

    assertThat(figures.get("percentAgreement").value()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(figures.get("unanimity").value()).isCloseTo(1.0 / 2, within(1e-12));
    assertThat(figures.get("boxF1_50").value()).isCloseTo(8.0 / 10, within(1e-12));
    assertThat(figures.get("boxF1_50MeanOfPairs").value())
        .isCloseTo((1 + 2.0 / 3 + 2.0 / 3) / 3, within(1e-12));
  }
}
