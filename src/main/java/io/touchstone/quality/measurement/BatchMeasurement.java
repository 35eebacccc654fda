package io.touchstone.quality.measurement;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.quality.gold.GoldFlag;
import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.gold.GoldTables;
import io.touchstone.quality.gold.GoldView;
import io.touchstone.quality.round.BatchTables;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.truth.InferredTruth;
import io.touchstone.quality.truth.TruthMethod;
import io.touchstone.quality.truth.TruthTable;
import io.touchstone.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** All numbers of one batch, made from its judgements alone: no clock, no chance but the seed. */
public final class BatchMeasurement {

  /**
   * What is measured.
   *
   * @param labels ids of the label schema
   * @param annotators distinct annotators who judged the batch's items
   * @param kind of the answers, as tables know it
   * @param combinations items per combination of labels
   * @param combinationsWithout the same without the judgements of these annotators
   * @param goldScores by annotator id
   * @param arms judgements by arm
   * @param guideline what has happened to it in this batch
   * @param pseudonym of an annotator id
   * @param tables evaluates decision tables in the batch's version
   * @param tableVersion of a decision key
   * @param countedWithout the answers without those of some annotators
   * @param truth of the items; empty for a kind of which none is inferred
   * @param abstentions judgements without an answer, by the id of why
   */
  public record Facts(
      String batchId,
      String kind,
      List<String> labels,
      int labelSchemaVersion,
      int guidelineVersion,
      int annotatorsPerItem,
      int annotators,
      Map<LabelCombination, Long> combinations,
      Function<Set<String>, Map<LabelCombination, Long>> combinationsWithout,
      SortedMap<String, GoldScore> goldScores,
      ArmCounts arms,
      GuidelineVerdict.History guideline,
      UnaryOperator<String> pseudonym,
      BatchTables tables,
      ToIntFunction<String> tableVersion,
      Function<Set<String>, AgreementCounts> countedWithout,
      Optional<InferredTruth> truth,
      SortedMap<String, Long> abstentions) {}

  private final Facts facts;
  private final MeasurementTables tables;
  private final GoldTables looked;
  private final List<QualityNumbers.AnnotatorScore> scores;
  private final SortedMap<String, QualityNumbers.TableUse> tableUse = new TreeMap<>();
  private final Optional<AutomationBias> bias;
  private final String inputsSha256;
  private final Bootstrap bootstrap;
  private final MetricChoice metric;
  private final MeasuredAgreement agreement;
  private final GuidelineMeasure guideline;

  private BatchMeasurement(Facts facts) {
    this.facts = facts;
    this.tables = new MeasurementTables(facts.tables());
    this.looked = new GoldTables(facts.tables());
    this.scores = score();
    tableUse.put(GoldTables.GOLD_FLAG, use(GoldTables.GOLD_FLAG, countFlags()));
    this.bias = measureBias();
    facts.truth().map(InferredTruth::method).ifPresent(this::noteMethod);
    Set<String> setAside = setAside();
    Map<LabelCombination, Long> others =
        setAside.isEmpty() ? facts.combinations() : facts.combinationsWithout().apply(setAside);
    AgreementCounts counted = facts.countedWithout().apply(Set.of());
    AgreementCounts countedOthers =
        setAside.isEmpty() ? counted : facts.countedWithout().apply(setAside);
    MeasuredInputs inputs =
        new MeasuredInputs(
            facts,
            new MeasuredInputs.Counted(facts.combinations(), counted),
            new MeasuredInputs.Counted(others, countedOthers),
            scores,
            tableUse);
    this.inputsSha256 = inputs.sha256();
    this.bootstrap = Bootstrap.seeded(inputs.seed());
    MeasuredAgreement all = counted.measured(bootstrap);
    this.metric = tables.metric(metricCase(all));
    this.agreement = all.by(metric.name());
    this.guideline =
        new GuidelineMeasure(
            tables,
            countedOthers.measured(bootstrap).by(metric.name()),
            facts.guideline(),
            setAside.size());
    tableUse.put(
        MeasurementTables.METRIC_SELECTION,
        use(MeasurementTables.METRIC_SELECTION, new TreeMap<>(Map.of(metric.rule(), 1L))));
    tableUse.put(
        MeasurementTables.AGREEMENT_GATE,
        use(MeasurementTables.AGREEMENT_GATE, guideline.measuresPerRule()));
    tableUse.put(
        MeasurementTables.GUIDELINE_REVISION,
        use(
            MeasurementTables.GUIDELINE_REVISION,
            new TreeMap<>(Map.of(guideline.verdict().rule(), 1L))));
  }

  private MetricCase metricCase(MeasuredAgreement measured) {
    long sizes =
        facts.combinations().keySet().stream()
            .mapToInt(combination -> combination.labels().size())
            .filter(judgements -> judgements > 0)
            .distinct()
            .count();
    return new MetricCase(facts.kind(), sizes <= 1, facts.annotators(), measured);
  }

  public static BatchMeasurement of(Facts facts) {
    return new BatchMeasurement(facts);
  }

  /**
   * Annotators whose gold calls for a pause; their judgements say nothing about the guideline.
   * Where that is half of all or more, it is the guideline, or the gold, and nobody is set aside.
   */
  private Set<String> setAside() {
    Set<String> paused = new TreeSet<>();
    facts
        .goldScores()
        .forEach(
            (annotator, gold) -> {
              if (looked.flag(gold).action() == GoldFlag.Action.PAUSE) {
                paused.add(annotator);
              }
            });
    return paused.size() * 2 < facts.goldScores().size() ? paused : Set.of();
  }

  private List<QualityNumbers.AnnotatorScore> score() {
    List<QualityNumbers.AnnotatorScore> all = new ArrayList<>();
    facts
        .goldScores()
        .forEach(
            (annotator, gold) -> {
              GoldFlag flag = looked.flag(gold);
              all.add(
                  new QualityNumbers.AnnotatorScore(
                      facts.pseudonym().apply(annotator),
                      GoldView.of(gold),
                      flag.action().id(),
                      flag.rule(),
                      flag.because()));
            });
    all.sort(Comparator.comparing(QualityNumbers.AnnotatorScore::annotator));
    return List.copyOf(all);
  }

  private SortedMap<String, Long> countFlags() {
    SortedMap<String, Long> perRule = new TreeMap<>();
    scores.forEach(score -> perRule.merge(score.rule(), 1L, Long::sum));
    return perRule;
  }

  /** What suggestions did to people; the table is asked only where there were any. */
  private Optional<AutomationBias> measureBias() {
    if (facts.arms().isEmpty()) {
      return Optional.empty();
    }
    AutomationBias measured = AutomationBias.of(facts.arms(), tables);
    tableUse.put(
        MeasurementTables.BIAS,
        use(MeasurementTables.BIAS, new TreeMap<>(Map.of(measured.rule(), 1L))));
    if (measured.pooled() != null) {
      tableUse.put(
          MeasurementTables.BIAS_POOLING,
          use(MeasurementTables.BIAS_POOLING, new TreeMap<>(Map.of(measured.pooled().rule(), 1L))));
    }
    return Optional.of(measured);
  }

  private void noteMethod(TruthMethod method) {
    tableUse.put(TruthTable.TRUTH, use(TruthTable.TRUTH, new TreeMap<>(Map.of(method.rule(), 1L))));
  }

  private QualityNumbers.TableUse use(String table, SortedMap<String, Long> countPerRule) {
    return new QualityNumbers.TableUse(facts.tableVersion().applyAsInt(table), countPerRule);
  }

  /** Hash of all that the numbers are made from. */
  String inputsSha256() {
    return inputsSha256;
  }

  /** Everything, for the report. */
  public QualityNumbers numbers() {
    return new QualityNumbers(
        agreement.metricVersion(),
        agreement.labels(),
        facts.labelSchemaVersion(),
        facts.guidelineVersion(),
        bootstrap.seed(),
        bootstrap.rounds(),
        facts.combinations().values().stream().mapToLong(Long::longValue).sum(),
        agreement.judgements(),
        facts.annotators(),
        CoefficientView.of(agreement.percent()),
        metric,
        CoefficientView.of(agreement.main()),
        CoefficientView.of(agreement.alpha()),
        agreement.coefficients().stream().map(CoefficientView::of).toList(),
        agreement.coincidences(),
        agreement.perLabel(),
        agreement.perSpanLabel(),
        GoldView.of(gold()),
        scores,
        bias,
        guideline.view(),
        facts.truth().map(InferredTruth::view),
        facts.abstentions().isEmpty()
            ? Optional.empty()
            : Optional.of(AbstentionView.of(agreement.judgements(), facts.abstentions())),
        tableUse,
        List.of());
  }

  /** The few numbers for the gates. */
  MeasuredQuality summary(int round) {
    GoldScore gold = gold();
    return new MeasuredQuality(
        round,
        agreement.measuredItems(),
        agreement.percent(),
        agreement.main(),
        gold.count(),
        gold.accuracy().isPresent() ? Optional.of(gold.accuracy().getAsDouble()) : Optional.empty(),
        gold.interval().map(WilsonInterval::low),
        scores.stream().filter(score -> !score.action().equals(GoldFlag.Action.NONE.id())).count(),
        guideline.verdict().outcome().id(),
        guideline.unclearClasses(),
        guideline.history().revisions(),
        guideline.overall(),
        Optional.empty());
  }

  private GoldScore gold() {
    return GoldScore.sum(facts.goldScores().values());
  }
}
