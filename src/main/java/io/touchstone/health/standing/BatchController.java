package io.touchstone.health.standing;

import io.touchstone.health.forecast.Forecast;
import io.touchstone.health.forecast.Forecasts;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.GateDecision;
import io.touchstone.pipeline.Overrides;
import io.touchstone.platform.engine.process.ProcessSet;
import io.touchstone.platform.engine.process.ProcessSets;
import io.touchstone.platform.engine.task.OpenWork;
import io.touchstone.platform.engine.task.WaitingTask;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import io.touchstone.quality.measurement.MeasuredRound;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.tasking.reassignment.Stranded;
import io.touchstone.tasking.reassignment.StrandedItems;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a batch is, why, and for whom it waits. */
@Api
class BatchController {

  private final Batches batches;
  private final StandingRepository standings;
  private final BatchCounts counts;
  private final Shortages shortages;
  private final StrandedItems stranded;
  private final OpenWork work;
  private final ProcessSets sets;
  private final Overrides overrides;
  private final QualityMeasurement quality;
  private final Forecasts forecasts;

  BatchController(
      Batches batches,
      StandingRepository standings,
      BatchCounts counts,
      Shortages shortages,
      StrandedItems stranded,
      OpenWork work,
      ProcessSets sets,
      Overrides overrides,
      QualityMeasurement quality,
      Forecasts forecasts) {
    this.forecasts = forecasts;
    this.batches = batches;
    this.sets = sets;
    this.overrides = overrides;
    this.standings = standings;
    this.counts = counts;
    this.shortages = shortages;
    this.stranded = stranded;
    this.work = work;
    this.quality = quality;
  }

  /**
   * All about one batch.
   *
   * @param name what people call it
   * @param since when it came to its state
   * @param processSet version of the set of processes that it runs under: SHA-256 of the listing of
   *     all files
   * @param forecast when the planned work will be done; empty before three days of it
   * @param agreement at each measurement, oldest first: before and after a guideline was revised
   * @param waitsFor one entry per task
   * @param waiting the same, tasks of a kind together
   * @param shortage people that it lacks, while it has not ended
   * @param stranded items whose person is away or refused them, and that nobody else may have
   */
  record BatchView(
      String batchId,
      Optional<String> name,
      String project,
      String submittedBy,
      Instant createdAt,
      String state,
      String stage,
      Instant since,
      Optional<Instant> endedAt,
      Optional<String> because,
      Optional<Instant> heldSince,
      Optional<String> processSet,
      Map<String, Map<String, Long>> counts,
      Progress progress,
      Optional<Forecast> forecast,
      List<GateView> gates,
      List<MeasuredRound> agreement,
      List<WaitView> waitsFor,
      List<Waiting> waiting,
      Optional<Shortage> shortage,
      List<Stranded> stranded) {}

  /**
   * What a gate decided.
   *
   * @param acceptedBy who accepted the batch against it, a user id; null if nobody did
   */
  record GateView(
      String stage,
      String gate,
      int version,
      String verdict,
      String rule,
      String because,
      Map<String, Object> inputs,
      Instant at,
      Optional<String> acceptedBy) {}

  /** A task of a person that the batch waits for. */
  record WaitView(String task, List<String> people) {}

  @GetMapping("/batches/{id}")
  BatchView batch(@PathVariable String id, Caller caller) {
    caller.mustBe("see batches", BatchReaders.ROLES);
    batches.require(id);
    StoredBatch batch = standings.find(id).orElseThrow();
    List<WaitingTask> tasks = work.tasks(List.of(id));
    Standing standing = Standing.of(batch, tasks, work.standstills(List.of(id)));
    List<Queue> queues =
        batch.alive() && batch.packagesWaitedFor() > 0 ? standings.queues(List.of(id)) : List.of();
    List<GateDecision> gates = batches.gateDecisions(id);
    Map<Long, String> accepted = accepted(id);
    Progress progress = standings.progress(List.of(id)).getOrDefault(id, Progress.NONE);
    return new BatchView(
        id,
        batch.name(),
        batch.project(),
        batch.submittedBy(),
        batch.createdAt(),
        standing.state(),
        batch.stage(),
        standing.since(),
        batch.endedAt(),
        standing.because(),
        batch.heldSince(),
        batch.processSet().or(() -> sets.ofBatch(id).map(ProcessSet::sha256)),
        counts.of(id),
        progress,
        batch.alive() ? forecasts.of(id, progress.planned() - progress.done()) : Optional.empty(),
        gates.stream().map(gate -> gate(gate, accepted)).toList(),
        quality.rounds(id),
        tasks.stream().map(task -> new WaitView(task.key(), task.people())).distinct().toList(),
        Waiting.of(tasks, queues, standing.since(), caller),
        batch.alive() ? shortages.of(gates) : Optional.empty(),
        stranded.of(id));
  }

  private Map<Long, String> accepted(String batchId) {
    Map<Long, String> people = new HashMap<>();
    overrides
        .of(List.of(batchId))
        .forEach(each -> each.person().ifPresent(by -> people.put(each.gateDecisionId(), by)));
    return people;
  }

  private static GateView gate(GateDecision decision, Map<Long, String> accepted) {
    return new GateView(
        decision.stage().id(),
        decision.decisionKey(),
        decision.decisionVersion(),
        decision.verdict(),
        decision.rule(),
        decision.because(),
        decision.inputs(),
        decision.at(),
        Optional.ofNullable(accepted.get(decision.id())));
  }
}
