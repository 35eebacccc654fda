package io.touchstone.health.standing;

import io.touchstone.pipeline.BatchPosition;
import io.touchstone.platform.engine.task.OpenWork;
import io.touchstone.platform.engine.task.Standstill;
import io.touchstone.platform.engine.task.WaitingTask;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where each batch stands, since when, and for whom it waits. */
@Api
class StandingController {

  private static final String PAGE = "100";
  private static final int LONGEST_PAGE = 200;

  private final StandingRepository batches;
  private final OpenWork work;
  private final ProjectAccess access;

  StandingController(StandingRepository batches, OpenWork work, ProjectAccess access) {
    this.access = access;
    this.batches = batches;
    this.work = work;
  }

  /** Whether the data manager's page is worth showing to the caller. */
  record Access(boolean mayManage) {}

  /** Anybody may ask for himself. */
  @GetMapping("/batches/access")
  Access access(Caller caller) {
    return new Access(caller.mayActAs(Role.DATA_MANAGER));
  }

  /**
   * A page of batches, newest first.
   *
   * @param next cursor of the page after, if there is one
   */
  record Listing(List<Entry> batches, Optional<String> next) {}

  /**
   * One batch in the list.
   *
   * @param name what people call it
   * @param since when it came to its state
   * @param because a sentence, where it is held or failed
   */
  record Entry(
      String batchId,
      Optional<String> name,
      String project,
      String state,
      String stage,
      Instant createdAt,
      String submittedBy,
      Instant since,
      Optional<String> because,
      List<Waiting> waitsFor,
      Progress progress) {}

  /**
   * A page of batches.
   *
   * @param text part of the batch's id or name
   * @param before {@code next} of the page before
   * @param limit 1 to 200
   */
  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/batches")
  Listing list(
      @RequestParam Optional<String> text,
      @RequestParam Optional<String> project,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> before,
      @RequestParam(defaultValue = PAGE) int limit,
      Caller caller) {
    caller.mustBe("see batches", BatchReaders.ROLES);
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new Refusal(
          422, "limit-out-of-range", "Ask for 1 to " + LONGEST_PAGE + " batches at a time.");
    }
    StandingFilter filter =
        new StandingFilter(
            text, project, state, before.map(BatchPosition::of), access.known(caller));
    List<StoredBatch> found =
        state.isPresent()
            ? batches.page(filter, work.waitingBatches(), work.failedBatches(), limit + 1)
            : batches.page(filter, Set.of(), Set.of(), limit + 1);
    List<StoredBatch> shown = found.subList(0, Math.min(limit, found.size()));
    return new Listing(
        entries(shown, caller),
        found.size() > limit
            ? Optional.of(shown.get(limit - 1).position().cursor())
            : Optional.empty());
  }

  /** Five queries with that of the page, however many batches the page has. */
  private List<Entry> entries(List<StoredBatch> shown, Caller caller) {
    List<String> alive = shown.stream().filter(StoredBatch::alive).map(StoredBatch::id).toList();
    Map<String, List<WaitingTask>> tasks =
        work.tasks(alive).stream().collect(Collectors.groupingBy(WaitingTask::batchId));
    Map<String, List<Standstill>> standstills =
        work.standstills(alive).stream().collect(Collectors.groupingBy(Standstill::batchId));
    Map<String, List<Queue>> queues =
        batches.queues(counting(shown)).stream().collect(Collectors.groupingBy(Queue::batchId));
    Map<String, Progress> progress = batches.progress(shown.stream().map(StoredBatch::id).toList());
    return shown.stream()
        .map(
            batch ->
                entry(
                    batch,
                    tasks.getOrDefault(batch.id(), List.of()),
                    standstills.getOrDefault(batch.id(), List.of()),
                    queues.getOrDefault(batch.id(), List.of()),
                    progress.getOrDefault(batch.id(), Progress.NONE),
                    caller))
        .toList();
  }

  /** Ids of those that count down work packages now. */
  private static List<String> counting(List<StoredBatch> shown) {
    return shown.stream()
        .filter(batch -> batch.alive() && batch.packagesWaitedFor() > 0)
        .map(StoredBatch::id)
        .toList();
  }

  private static Entry entry(
      StoredBatch batch,
      List<WaitingTask> tasks,
      List<Standstill> standstills,
      List<Queue> queues,
      Progress progress,
      Caller caller) {
    Standing standing = Standing.of(batch, tasks, standstills);
    return new Entry(
        batch.id(),
        batch.name(),
        batch.project(),
        standing.state(),
        batch.stage(),
        batch.createdAt(),
        batch.submittedBy(),
        standing.since(),
        standing.because(),
        Waiting.of(tasks, queues, standing.since(), caller),
        progress);
  }
}
