package io.touchstone.tasking.reassignment;

import io.touchstone.platform.web.Refusal;
import io.touchstone.tasking.RedistributionRepository;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackageRepository;
import io.touchstone.tasking.WorkPackages;
import io.touchstone.workforce.Workforce;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People go and come back; their work does not wait for them where others may do it. */
@Service
public class Absences {

  private final Workforce workforce;
  private final WorkPackages offers;
  private final WorkPackageRepository packages;
  private final RedistributionRepository rows;
  private final PackageReturns returns;
  private final PackageReturnRepository returned;
  private final StrandedItems stranded;

  Absences(
      Workforce workforce,
      WorkPackages offers,
      WorkPackageRepository packages,
      RedistributionRepository rows,
      PackageReturns returns,
      PackageReturnRepository returned,
      StrandedItems stranded) {
    this.workforce = workforce;
    this.offers = offers;
    this.packages = packages;
    this.rows = rows;
    this.returns = returns;
    this.returned = returned;
    this.stranded = stranded;
  }

  /**
   * What a person's going or coming changed.
   *
   * @param moved items that others have now
   * @param stranded what waits for the person, by batch
   */
  public record Change(int moved, List<Stranded> stranded) {}

  /**
   * The person is away: the open package and the queued ones go to others. What nobody else may
   * have waits for the person, and so does a package that was opened under a process that knows no
   * way back. Saying it twice changes nothing more.
   *
   * @param until the day on which the person is expected back
   * @throws Refusal 404 if nobody is known by that id
   */
  @Transactional
  public Change away(String personId, Optional<LocalDate> until, String actor) {
    mustBeKnown(personId);
    Optional<WorkPackage> open = lockOpen(personId);
    rows.oneAtATime();
    packages.lockBatchesOf(personId);
    workforce.setAbsent(personId, until, actor);
    int moved = 0;
    if (open.isPresent() && returns.take(open.get(), ReturnReason.ABSENT)) {
      moved += returned.latest(open.get().id()).moved();
    }
    moved += returns.handOver(packages.lockQueued(personId));
    return new Change(moved, stranded.ofPerson(personId));
  }

  /** The person's open package, locked; it may be submitted while we wait for it. */
  private Optional<WorkPackage> lockOpen(String personId) {
    Optional<WorkPackage> seen = packages.openOf(personId);
    while (seen.isPresent()) {
      Optional<WorkPackage> locked = packages.lock(seen.get().id());
      if (locked.filter(each -> each.state() == WorkPackage.State.OPEN).isPresent()) {
        return locked;
      }
      seen = packages.openOf(personId);
    }
    return Optional.empty();
  }

  /**
   * The person is back: what waits for anybody is given out once more, and the person is offered
   * work.
   *
   * @throws Refusal 404 if nobody is known by that id
   */
  @Transactional
  public Change back(String personId, String actor) {
    mustBeKnown(personId);
    rows.oneAtATime();
    workforce.setAvailable(personId, true, actor);
    int moved = returns.handOver(packages.lockWaiting());
    offers.offerNext(personId);
    return new Change(moved, stranded.ofPerson(personId));
  }

  private void mustBeKnown(String personId) {
    if (workforce.find(personId).isEmpty()) {
      throw new Refusal(404, "unknown-person", "Nobody of that id labels or reviews here.");
    }
  }
}
