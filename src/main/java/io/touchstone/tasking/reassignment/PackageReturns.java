package io.touchstone.tasking.reassignment;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.web.Refusal;
import io.touchstone.tasking.RedistributionRepository;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackageRepository;
import io.touchstone.tasking.WorkPackages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages that come back before they are submitted: overdue, given back, or of somebody away. */
@Service
public class PackageReturns {

  /** The message that ends the work on a package early. */
  private static final String GIVEN_BACK = "package-given-back";

  private final WorkPackages offers;
  private final WorkPackageRepository packages;
  private final RedistributionRepository rows;
  private final Redistribution redistribution;
  private final PackageReturnRepository returns;
  private final ClarificationRepository clarifications;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;

  PackageReturns(
      WorkPackages offers,
      WorkPackageRepository packages,
      RedistributionRepository rows,
      Redistribution redistribution,
      PackageReturnRepository returns,
      ClarificationRepository clarifications,
      Processes processes,
      AuditTrail audit,
      Clock clock) {
    this.offers = offers;
    this.packages = packages;
    this.rows = rows;
    this.redistribution = redistribution;
    this.returns = returns;
    this.clarifications = clarifications;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where the items of a returned package are now; no numbers, they would count the gold. */
  public enum Where {
    /** With others. */
    OTHERS,
    /** Some with others, the rest in a new task of the same person. */
    SHARED,
    /** In a new task of the same person: nobody else may have them at present. */
    YOURS,
    /** With nobody, or partly so, until somebody may have them. */
    WAITING
  }

  /**
   * What giving back came to.
   *
   * @param next the person's package that is open now
   */
  public record GivenBack(Where where, Optional<WorkPackage> next) {}

  /**
   * A person gives an open package back.
   *
   * @throws Refusal 404 if there is no such package, 403 if it is another's, 409 if it is not open
   *     any more
   */
  @Transactional
  public GivenBack giveBack(String personId, String packageId, ReturnReason reason) {
    WorkPackage open =
        packages
            .lock(packageId)
            .orElseThrow(
                () ->
                    new Refusal(
                        404, "unknown-package", "There is no work package of that number."));
    if (!open.annotatorId().equals(personId)) {
      throw new Refusal(403, "not-your-package", "This work package is somebody else's.");
    }
    if (!take(open, reason)) {
      throw new Refusal(
          409,
          "package-not-open",
          "This work package is not open any more, or was opened under a process that knows no"
              + " way back. Refresh the task list.");
    }
    return new GivenBack(where(packageId), packages.openOf(personId));
  }

  private Where where(String packageId) {
    PackageReturnRepository.Row row = returns.latest(packageId);
    if (row.shortOf() > 0) {
      return Where.WAITING;
    }
    if (row.kept() == 0) {
      return Where.OTHERS;
    }
    return row.moved() == 0 ? Where.YOURS : Where.SHARED;
  }

  /**
   * Ends the work on an open package by a message to its process.
   *
   * @param open locked
   * @return whether it was open, under a process that knows this way back
   */
  boolean take(WorkPackage open, ReturnReason reason) {
    return open.state() == WorkPackage.State.OPEN
        && processes.tell(
            GIVEN_BACK, open.taskId().orElseThrow(), Map.of("returnReason", reason.id()));
  }

  /**
   * The process has ended the work on a package: its items go on. Done once, however often said;
   * where a submit has come first there is nothing to do, and the engine undoes this end.
   */
  @Transactional
  void returned(String packageId, ReturnReason reason) {
    Optional<WorkPackage> found =
        packages.lock(packageId).filter(each -> each.state() == WorkPackage.State.OPEN);
    if (found.isPresent()) {
      goOn(found.get(), reason);
    }
  }

  private void goOn(WorkPackage back, ReturnReason reason) {
    rows.oneAtATime();
    packages.takeBack(back.id(), clock.instant());
    if (reason == ReturnReason.PAUSED) {
      record(back, reason, Redistribution.Outcome.nothingMoved(rows.held(List.of(back.id()))));
      return;
    }
    if (back.rework() > 0) {
      lookedAtNoFurther(back, reason);
      return;
    }
    if (reason.refuses()) {
      rows.refuse(back.id(), reason);
    }
    Redistribution.Outcome outcome = redistribution.spread(List.of(back));
    record(back, reason, outcome);
    Set<String> people = new TreeSet<>(outcome.people());
    people.add(back.annotatorId());
    people.forEach(offers::offerNext);
    if (outcome.lastOneGone()) {
      offers.wake(back.batchId());
    }
  }

  /**
   * Gives queued packages to others as far as somebody may have them. Those that came back to be
   * looked at again stand as they were submitted.
   *
   * @param queued locked, those of a batch side by side
   * @return how many items others have now
   */
  int handOver(List<WorkPackage> queued) {
    Map<List<Object>, List<WorkPackage>> groups = new LinkedHashMap<>();
    queued.stream().filter(each -> each.rework() > 0).forEach(this::letStand);
    for (WorkPackage each : queued.stream().filter(each -> each.rework() == 0).toList()) {
      groups
          .computeIfAbsent(
              List.of(each.batchId(), each.kind(), each.mode(), each.round()),
              key -> new ArrayList<>())
          .add(each);
    }
    Set<String> people = new TreeSet<>();
    int moved = 0;
    for (List<WorkPackage> group : groups.values()) {
      Redistribution.Outcome outcome = redistribution.spread(group);
      people.addAll(outcome.people());
      moved += outcome.moved();
      if (outcome.moved() > 0) {
        recordHandOver(group.get(0), outcome);
      }
      if (outcome.lastOneGone()) {
        offers.wake(group.get(0).batchId());
      }
    }
    people.forEach(offers::offerNext);
    return moved;
  }

  /**
   * A package that came back to be looked at again is nobody else's. It stays with its person, or,
   * where she is away or must not have it, what she submitted stands as it was.
   */
  private void lookedAtNoFurther(WorkPackage back, ReturnReason reason) {
    record(back, reason, Redistribution.Outcome.nothingMoved(rows.held(List.of(back.id()))));
    if (reason == ReturnReason.ABSENT || reason.refuses()) {
      letStand(back);
    }
    offers.offerNext(back.annotatorId());
  }

  private void letStand(WorkPackage back) {
    clarifications.letPackageStand(back.id());
    offers.waitForOneLess(back.batchId());
  }

  private void recordHandOver(WorkPackage of, Redistribution.Outcome outcome) {
    audit.record(
        AuditTrail.SYSTEM,
        "items_handed_over",
        "batch:" + of.batchId(),
        Map.of(
            "batch", of.batchId(),
            "kind", of.kind().id(),
            "moved", outcome.moved(),
            "short", outcome.kept()));
  }

  private void record(WorkPackage back, ReturnReason reason, Redistribution.Outcome outcome) {
    boolean stays = !reason.refuses() && reason != ReturnReason.ABSENT;
    PackageReturnRepository.Row row =
        new PackageReturnRepository.Row(
            outcome.moved(), stays ? outcome.kept() : 0, stays ? 0 : outcome.kept());
    returns.insert(back, reason, row, clock.instant());
    audit.record(
        reason.given() ? back.annotatorId() : AuditTrail.SYSTEM,
        "package_returned",
        "package:" + back.id(),
        Map.of(
            "batch", back.batchId(),
            "annotator", back.annotatorId(),
            "reason", reason.id(),
            "moved", row.moved(),
            "kept", row.kept(),
            "short", row.shortOf()));
  }
}
