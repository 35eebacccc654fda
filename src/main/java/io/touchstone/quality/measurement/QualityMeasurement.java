package io.touchstone.quality.measurement;

import io.touchstone.answer.Question;
import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.project.StoredAnswers;
import io.touchstone.quality.coaching.AnnotatorModel;
import io.touchstone.quality.coaching.FlaggedAnnotator;
import io.touchstone.quality.gold.GoldFlag;
import io.touchstone.quality.gold.GoldLookRepository;
import io.touchstone.quality.gold.GoldScoreRepository;
import io.touchstone.quality.gold.SecondLook;
import io.touchstone.quality.measurement.MeasuredQuestions.Measured;
import io.touchstone.quality.round.BatchTables;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.round.RoundRepository;
import io.touchstone.quality.truth.InferredTruth;
import io.touchstone.quality.truth.TruthInference;
import io.touchstone.quality.truth.TruthJudgements;
import io.touchstone.quality.truth.TruthTable;
import io.touchstone.workforce.PseudonymKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures how far a batch's judgements can be relied on, and keeps each measurement. */
@Service
public class QualityMeasurement {

  private static final Logger log = LoggerFactory.getLogger(QualityMeasurement.class);

  private static final Duration A_MONTH = Duration.ofDays(30);

  private final QualityRepository quality;
  private final RoundRepository rounds;
  private final GoldScoreRepository golds;
  private final GoldLookRepository looks;
  private final ArmCountRepository arms;
  private final GivenAnswerRepository given;
  private final GuidelineDecisionRepository decisions;
  private final TruthInference truths;
  private final AnnotatorModel annotators;
  private final Batches batches;
  private final Projects projects;
  private final DecisionTables tables;
  private final PseudonymKeys pseudonyms;
  private final Recordings recordings;
  private final AuditTrail audit;
  private final Clock clock;

  QualityMeasurement(
      QualityRepository quality,
      RoundRepository rounds,
      GoldScoreRepository golds,
      GoldLookRepository looks,
      ArmCountRepository arms,
      GivenAnswerRepository given,
      GuidelineDecisionRepository decisions,
      TruthInference truths,
      AnnotatorModel annotators,
      Batches batches,
      Projects projects,
      DecisionTables tables,
      PseudonymKeys pseudonyms,
      Recordings recordings,
      AuditTrail audit,
      Clock clock) {
    this.quality = quality;
    this.rounds = rounds;
    this.golds = golds;
    this.looks = looks;
    this.arms = arms;
    this.given = given;
    this.decisions = decisions;
    this.truths = truths;
    this.annotators = annotators;
    this.batches = batches;
    this.projects = projects;
    this.tables = tables;
    this.pseudonyms = pseudonyms;
    this.recordings = recordings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Measures the batch's current judgements. A report is added unless the newest one was made from
   * exactly the same judgements, gold scores and tables.
   */
  @Transactional
  public MeasuredQuality measure(String batchId) {
    rounds.lock(batchId);
    Batch batch = batches.require(batchId);
    Project project = projects.of(batch.pins());
    List<Question.Part> parts = project.question().parts();
    List<Measured> all = new ArrayList<>();
    for (Question.Part part : parts) {
      List<String> labels = parts.size() == 1 ? rounds.labels(batchId) : part.question().labels();
      TruthInference.Read read = truths.read(batchId, part.id(), labels);
      BatchMeasurement.Facts facts = facts(batch, project, part, labels, read.labelled());
      all.add(new Measured(part, facts, BatchMeasurement.of(facts), read.work()));
    }
    MeasuredQuestions measured = new MeasuredQuestions(all);
    int round = report(batchId, measured);
    return measured.summary(round);
  }

  private BatchMeasurement.Facts facts(
      Batch batch,
      Project project,
      Question.Part part,
      List<String> labels,
      TruthJudgements labelled) {
    String batchId = batch.id();
    ProjectSettings settings = project.settings();
    BatchTables looked = (table, inputs) -> tables.evaluate(batchId, table, inputs);
    int annotators = rounds.annotators(batchId);
    Question asked = part.question();
    Map<LabelCombination, Long> combinations = rounds.combinations(batchId, part.id());
    return new BatchMeasurement.Facts(
        batchId,
        asked.kind().id(),
        labels,
        batch.labelSchemaVersion(),
        batch.guidelineVersion(),
        settings.annotatorsPerItem(),
        annotators,
        combinations,
        without -> rounds.combinationsWithout(batchId, part.id(), without),
        golds.goldScores(batchId, StoredAnswers.sameFrom(project.question())),
        arms(batchId),
        decisions.history(batchId),
        pseudonyms.of(batch.projectKey())::of,
        looked,
        table -> tables.version(batchId, table),
        without ->
            asked.counted(new RoundAnswers(batchId, part.id(), annotators, without, rounds, given)),
        asked.kind().infersTruth()
            ? Optional.of(InferredTruth.of(labelled, new TruthTable(looked)))
            : Optional.empty(),
        combinations.keySet().stream().anyMatch(each -> each.votes().abstentions() > 0)
            ? rounds.abstentions(batchId, part.id())
            : Collections.emptySortedMap());
  }

  /** With what the project's other batches planted, where the batch's tables know how to choose. */
  private ArmCounts arms(String batchId) {
    ArmCounts own = arms.count(batchId);
    if (own.isEmpty() || tables.find(batchId, MeasurementTables.BIAS_POOLING).isEmpty()) {
      return own;
    }
    long inMonth = arms.plantedSince(batchId, clock.instant().minus(A_MONTH));
    return own.in(new ArmCounts.OfProject(inMonth, arms.plantedInProject(batchId)));
  }

  private int report(String batchId, MeasuredQuestions measured) {
    RoundRepository.Latest latest =
        rounds.latest(batchId).orElse(new RoundRepository.Latest(0, ""));
    if (latest.inputsSha256().equals(measured.inputsSha256())) {
      return latest.round();
    }
    int round = latest.round() + 1;
    QualityNumbers numbers = measured.numbers();
    long recording = recordings.begin();
    quality.insert(batchId, round, numbers, measured.inputsSha256(), recording, clock.instant());
    for (Measured each : measured.all()) {
      each.facts().truth().ifPresent(truth -> truths.keep(batchId, round, each.part().id(), truth));
    }
    Measured first = measured.all().get(0);
    annotators.measure(
        batchId, round, first.work(), first.facts().truth(), first.facts().goldScores());
    audit.record(
        AuditTrail.SYSTEM,
        "quality_measured",
        "batch:" + batchId,
        Map.of(
            "round",
            round,
            "items",
            numbers.items(),
            "judgements",
            numbers.judgements(),
            "goldJudgements",
            numbers.gold().count(),
            Recording.DETAIL,
            recordings.end(RecordedReportRepository.KIND, recording)));
    log.info(
        "quality_measured batch={} round={} items={} judgements={}",
        batchId,
        round,
        numbers.items(),
        numbers.judgements());
    return round;
  }

  /** What the batch's measurements found, the oldest first; none before the first. */
  @Transactional(readOnly = true)
  public List<MeasuredRound> rounds(String batchId) {
    return quality.reports(batchId).stream()
        .map(MeasuredRound::of)
        .sorted(Comparator.comparingInt(MeasuredRound::round))
        .toList();
  }

  /** What followed for people from looks at their gold in the batch, in the order of the looks. */
  @Transactional(readOnly = true)
  public List<SecondLook> secondLooks(String batchId) {
    return looks.secondLooks(batchId);
  }

  /** Whom the batch's newest measurement flags; nobody before the first. */
  @Transactional(readOnly = true)
  public List<FlaggedAnnotator> flagged(String batchId) {
    return quality.reports(batchId).stream()
        .findFirst()
        .map(report -> report.numbers().annotatorScores())
        .orElse(List.of())
        .stream()
        .filter(score -> !score.action().equals(GoldFlag.Action.NONE.id()))
        .map(
            score ->
                new FlaggedAnnotator(
                    score.annotator(),
                    score.gold().count(),
                    score.gold().correct(),
                    score.because()))
        .toList();
  }

  /** Refuses with 404 if there is no such batch. */
  public void requireBatch(String batchId) {
    batches.require(batchId);
  }

  /** All reports on a batch, the newest first; a refusal with 404 if there is no such batch. */
  @Transactional(readOnly = true)
  public List<QualityReport> reports(String batchId) {
    batches.require(batchId);
    return quality.reports(batchId);
  }
}
