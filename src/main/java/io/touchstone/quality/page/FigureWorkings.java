package io.touchstone.quality.page;

import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.report.SpanLabelView;
import io.touchstone.platform.web.Refusal;
import io.touchstone.quality.gold.GoldView;
import io.touchstone.quality.measurement.AutomationBias;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.measurement.QualityNumbers;
import io.touchstone.quality.measurement.QualityReport;
import io.touchstone.quality.page.FigureWorking.Table;
import io.touchstone.statistics.ShareDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the figures of a batch's newest report. */
@Service
class FigureWorkings {

  private static final String GOLD = "gold";

  private final QualityMeasurement measurement;
  private final WorkingRepository counts;

  FigureWorkings(QualityMeasurement measurement, WorkingRepository counts) {
    this.measurement = measurement;
    this.counts = counts;
  }

  /**
   * @param name of the figure, "alphaNominal"
   * @param label a class, or of gold a person's pseudonym; empty for all together
   * @param question of which of several it is; the worst, or the only one, when empty
   * @throws Refusal with 404 if there is no such batch, report, figure, label or question
   */
  @Transactional(readOnly = true)
  FigureWorking open(
      String batchId, String name, Optional<String> label, Optional<String> question) {
    QualityReport report =
        measurement.reports(batchId).stream()
            .findFirst()
            .orElseThrow(() -> absent("not-measured", "The batch has not been measured yet."));
    QualityNumbers numbers =
        question.map(id -> ofQuestion(id, report.numbers())).orElse(report.numbers());
    Formula formula = Formula.of(name).orElseThrow(FigureWorkings::noFigure);
    CoefficientView figure = figure(name, label, numbers);
    Optional<Table> table = table(name, numbers).map(all -> label.map(all::against).orElse(all));
    return new FigureWorking(
        batchId,
        report.round(),
        report.createdAt(),
        numbers.metricVersion(),
        label.orElse(""),
        formula,
        figure,
        putIn(name, label, figure, table, numbers),
        table,
        isOfPeople(name) ? Optional.empty() : Optional.of(counts.basis(batchId)));
  }

  private static QualityNumbers ofQuestion(String id, QualityNumbers numbers) {
    return numbers.questions().stream()
        .filter(each -> each.question().equals(id))
        .map(QualityNumbers.OfQuestion::numbers)
        .findFirst()
        .orElseThrow(FigureWorkings::noFigure);
  }

  /** Whether the figure rests on persons or arms and not on items with two judgements. */
  private static boolean isOfPeople(String name) {
    return List.of(GOLD, "shift", "commission").contains(name);
  }

  private static Optional<Table> table(String name, QualityNumbers numbers) {
    return isOfPeople(name) ? Optional.empty() : Table.of(numbers.coincidences());
  }

  private static CoefficientView figure(
      String name, Optional<String> label, QualityNumbers numbers) {
    return switch (name) {
      case GOLD -> gold(gold(label, numbers));
      case "shift", "commission" -> difference(name, bias(name, numbers));
      default ->
          label
              .map(each -> ofLabel(name, each, numbers))
              .orElseGet(() -> numbers.coefficients().stream())
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(FigureWorkings::noFigure);
    };
  }

  private static Stream<CoefficientView> ofLabel(
      String name, String label, QualityNumbers numbers) {
    return Stream.concat(
            numbers.perLabel().stream()
                .filter(each -> each.label().equals(label))
                .map(LabelView::alpha),
            numbers.perSpanLabel().stream()
                .filter(each -> each.label().equals(label))
                .map(SpanLabelView::f1))
        .filter(each -> each.name().equals(name));
  }

  private static GoldView gold(Optional<String> person, QualityNumbers numbers) {
    return person
        .map(
            each ->
                numbers.annotatorScores().stream()
                    .filter(score -> score.annotator().equals(each))
                    .map(QualityNumbers.AnnotatorScore::gold)
                    .findFirst()
                    .orElseThrow(FigureWorkings::noFigure))
        .orElse(numbers.gold());
  }

  private static ShareDifference bias(String name, QualityNumbers numbers) {
    AutomationBias bias = numbers.automationBias().orElseThrow(FigureWorkings::noFigure);
    return name.equals("shift") ? bias.shift() : bias.commission();
  }

  private static CoefficientView gold(GoldView gold) {
    return view(
        GOLD,
        gold.accuracy(),
        gold.accuracy() == null ? "NO_GOLD" : null,
        gold.low(),
        gold.high(),
        "Wilson score interval");
  }

  private static CoefficientView difference(String name, ShareDifference found) {
    return view(
        name,
        found.difference(),
        found.reason().isEmpty() ? null : found.reason(),
        found.low(),
        found.high(),
        "Newcombe interval");
  }

  private static CoefficientView view(
      String name, Double value, String reason, Double low, Double high, String method) {
    return new CoefficientView(
        name, value, reason, low, high, reason == null ? method : null, 0, null, 0, Map.of());
  }

  private static List<FigureWorking.Number> putIn(
      String name,
      Optional<String> label,
      CoefficientView figure,
      Optional<Table> table,
      QualityNumbers numbers) {
    if (name.equals(GOLD)) {
      GoldView gold = gold(label, numbers);
      return List.of(
          new FigureWorking.Number("right", gold.correct()),
          new FigureWorking.Number("answered", gold.count()));
    }
    if (isOfPeople(name)) {
      ShareDifference found = bias(name, numbers);
      return List.of(
          new FigureWorking.Number("same, first group", found.same()),
          new FigureWorking.Number("first group", found.count()),
          new FigureWorking.Number("same, second group", found.otherSame()),
          new FigureWorking.Number("second group", found.otherCount()));
    }
    if (name.equals("alphaNominal")) {
      return table.map(Table::disagreement).orElse(List.of());
    }
    return beyondChance(figure, numbers.percentAgreement());
  }

  /** Of a value and the agreement it was made from, the chance agreement that was taken off. */
  private static List<FigureWorking.Number> beyondChance(
      CoefficientView figure, CoefficientView percent) {
    List<FigureWorking.Number> numbers = new ArrayList<>();
    numbers.add(new FigureWorking.Number("n", figure.items()));
    boolean known = percent.value() != null && figure.value() != null;
    boolean beyondChance = !figure.name().startsWith("span") && !figure.name().equals("unanimity");
    if (known && beyondChance) {
      numbers.add(new FigureWorking.Number("po", percent.value()));
      if (figure.value() < 1 && !figure.name().equals(percent.name())) {
        double expected = (percent.value() - figure.value()) / (1 - figure.value());
        numbers.add(new FigureWorking.Number("pe", expected));
      }
    }
    return numbers;
  }

  private static Refusal noFigure() {
    return absent(
        "no-figure",
        "The newest report has no such figure. GET /api/v1/batches/{id}/quality lists those that it"
            + " has, and the labels they are of.");
  }

  private static Refusal absent(String type, String sentence) {
    return new Refusal(404, type, sentence);
  }
}
