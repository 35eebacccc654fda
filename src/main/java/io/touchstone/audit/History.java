package io.touchstone.audit;

import io.touchstone.audit.ChainCheck.Broken;
import io.touchstone.audit.RecordingRepository.Beginning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Whether the trail, and all that it covers, is as it was written. */
@Service
public class History {

  private final AuditChain chain;
  private final RecordingRepository recordings;
  private final RowCheck rows;
  private final DeploymentCheck deployments;

  History(
      AuditChain chain,
      RecordingRepository recordings,
      RowCheck rows,
      DeploymentCheck deployments) {
    this.chain = chain;
    this.recordings = recordings;
    this.rows = rows;
    this.deployments = deployments;
  }

  /**
   * What a check has found. Rows are looked at only where the chain fits: its events say what they
   * were.
   *
   * @param coverage by kind of rows, as far as it was looked at
   * @param difference the first row that is not as it was recorded
   */
  public record Found(
      ChainCheck chain, List<Coverage> coverage, Optional<RowDifference> difference) {

    /** Whether nothing was found. */
    public boolean unbroken() {
      return chain instanceof ChainCheck.Intact && difference.isEmpty();
    }
  }

  /**
   * Walks along the chain, then reads every row again that the events speak of.
   *
   * @param batch rows of this batch only, and no sets of processes; the chain is always walked
   *     whole
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Found check(Optional<String> batch) {
    ChainCheck walked = chain.check();
    if (walked instanceof Broken) {
      return new Found(walked, List.of(), Optional.empty());
    }
    Optional<Beginning> beginning = recordings.beginning();
    if (beginning.isEmpty()) {
      return new Found(
          new Broken(
              0,
              "The trail has lost its beginning, the event recording_begun that every installation"
                  + " has: it was emptied."),
          List.of(),
          Optional.empty());
    }
    RowCheck.Found found = rows.check(batch, beginning.get());
    if (found.difference().isPresent() || batch.isPresent()) {
      return new Found(walked, found.coverage(), found.difference());
    }
    RowCheck.Found sets = deployments.check(beginning.get());
    List<Coverage> coverage = new ArrayList<>(found.coverage());
    coverage.addAll(sets.coverage());
    return new Found(walked, coverage, sets.difference());
  }

  /**
   * A recorded row, to be checked elsewhere.
   *
   * @param recording number that its event names
   * @param line as the digest covers it
   */
  public record Row(String kind, long recording, String batch, String place, String line) {}

  /** Shows every row that bears a number, kind by kind, step by step, in constant memory. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void forEachRow(Consumer<Row> visitor) {
    rows.forEach(visitor);
  }
}
