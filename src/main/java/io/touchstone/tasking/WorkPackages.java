package io.touchstone.tasking;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.platform.engine.process.Processes;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers work packages one at a time and counts those a batch still waits for. */
@Service
public class WorkPackages {

  /** The message that a batch's last package sends. */
  static final String ALL_SUBMITTED = "work-packages-submitted";

  private final WorkPackageRepository packages;
  private final RedistributionRepository redistribution;
  private final BatchRowRepository batches;
  private final Processes processes;
  private final PaceCheck pace;
  private final AuditTrail audit;
  private final Clock clock;

  WorkPackages(
      WorkPackageRepository packages,
      RedistributionRepository redistribution,
      BatchRowRepository batches,
      Processes processes,
      PaceCheck pace,
      AuditTrail audit,
      Clock clock) {
    this.packages = packages;
    this.redistribution = redistribution;
    this.batches = batches;
    this.processes = processes;
    this.pace = pace;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<WorkPackage> find(String packageId) {
    return packages.find(packageId);
  }

  /** The package, locked until the transaction ends. */
  public Optional<WorkPackage> lock(String packageId) {
    return packages.lock(packageId);
  }

  public Optional<WorkPackage> findByTask(String taskId) {
    return packages.findByTask(taskId);
  }

  /** The package that a person has open. */
  public Optional<WorkPackage> openOf(String annotatorId) {
    return packages.openOf(annotatorId);
  }

  /**
   * Starts to wait for the packages of the plan and offers each person the first. Packages whose
   * pace is not believed go back to their people first, drafts and all: the stage is repeated.
   */
  @Transactional
  public int offerPlanned(String batchId) {
    redistribution.oneAtATime();
    batches.holdOpenPackages(batchId);
    pace.tooFast(batchId).forEach(packages::requeue);
    return offer(batchId, EnumSet.of(WorkPackage.Kind.ANNOTATION));
  }

  /**
   * Starts to wait for further labels and for reviews, and offers each person the first package.
   */
  @Transactional
  public int offerDoubtful(String batchId) {
    redistribution.oneAtATime();
    batches.holdOpenPackages(batchId);
    return offer(batchId, EnumSet.allOf(WorkPackage.Kind.class));
  }

  private int offer(String batchId, Set<WorkPackage.Kind> kinds) {
    int waitedFor = packages.startCount(batchId, kinds);
    packages.peopleWithQueued(batchId, kinds).forEach(this::offerNext);
    return waitedFor;
  }

  /**
   * Gives the person the next package, unless one is open already.
   *
   * @return the package that is open now, empty if there is no work
   */
  @Transactional
  public Optional<WorkPackage> offerNext(String annotatorId) {
    packages.lockPerson(annotatorId);
    if (packages.openOf(annotatorId).isEmpty()) {
      packages.nextQueued(annotatorId).ifPresent(this::open);
    }
    return packages.openOf(annotatorId);
  }

  private void open(WorkPackage next) {
    if (!packages.open(next.id(), clock.instant())) {
      return;
    }
    processes.startWithin(
        next.batchId(),
        "work-package",
        Map.of(
            "packageId", next.id(),
            "annotatorId", next.annotatorId(),
            "kind", next.kind().id()));
    audit.record(
        AuditTrail.SYSTEM,
        "package_offered",
        "package:" + next.id(),
        Map.of("annotator", next.annotatorId(), "batch", next.batchId()));
  }

  /** Notes the Tasklist task in which a package is open. */
  @Transactional
  public void taskCreated(String packageId, String taskId) {
    packages.setTask(packageId, taskId);
  }

  /** The person has submitted; the process closes the package next. */
  @Transactional
  public void submitted(String packageId) {
    packages.submit(packageId, clock.instant());
  }

  /** Remembers the idempotency key under which a package was submitted. */
  @Transactional
  public void rememberSubmit(String packageId, String key) {
    packages.setSubmitKey(packageId, key);
  }

  /** One package less to wait for; the last one wakes the batch. The person gets the next. */
  @Transactional
  public void close(String packageId) {
    WorkPackage closed = packages.find(packageId).orElseThrow();
    waitForOneLess(closed.batchId());
    offerNext(closed.annotatorId());
  }

  /** One package less to wait for; the last one wakes the batch. */
  @Transactional
  public void waitForOneLess(String batchId) {
    if (batches.addOpenPackages(batchId, -1) == 0) {
      wake(batchId);
    }
  }

  /** Tells the batch that it waits for no package any more. */
  public void wake(String batchId) {
    processes.wake(ALL_SUBMITTED, batchId);
  }
}
