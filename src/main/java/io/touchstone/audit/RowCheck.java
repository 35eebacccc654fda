package io.touchstone.audit;

import io.touchstone.audit.RecordingRepository.Beginning;
import io.touchstone.audit.RecordingRepository.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Reads the recorded rows again and compares them with the digests in the events. Both come in the
 * order of their numbers from a cursor each, so that a million rows need no memory.
 */
@Service
class RowCheck {

  private final RecordingRepository recordings;
  private final List<RecordedRows> kinds;

  RowCheck(RecordingRepository recordings, List<RecordedRows> kinds) {
    this.recordings = recordings;
    this.kinds = kinds.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
  }

  /**
   * @param coverage how much of each kind is covered, as far as it was looked at
   * @param difference the first row that is not as it was recorded
   */
  record Found(List<Coverage> coverage, Optional<RowDifference> difference) {}

  /**
   * Within a transaction that sees one state of the database.
   *
   * @param batch of this batch only
   * @param beginning what is older than recording
   */
  Found check(Optional<String> batch, Beginning beginning) {
    List<Coverage> coverage = new ArrayList<>();
    for (RecordedRows kind : kinds) {
      KindWalk walk = new KindWalk(kind);
      Optional<RowDifference> difference = walk.walk(batch);
      long older = recordings.older(kind, batch);
      coverage.add(new Coverage(kind.kind(), walk.rows, older));
      if (difference.isEmpty()) {
        difference = unnumbered(kind.kind(), older, expected(kind.kind(), older, batch, beginning));
      }
      if (difference.isPresent()) {
        return new Found(coverage, difference);
      }
    }
    return new Found(coverage, Optional.empty());
  }

  /** Shows every row that bears a number; within a transaction. */
  void forEach(Consumer<History.Row> visitor) {
    for (RecordedRows kind : kinds) {
      try (Stream<RecordedRow> found = recordings.recorded(kind, Optional.empty())) {
        found
            .map(
                row ->
                    new History.Row(
                        kind.kind(),
                        row.recording().orElseThrow(),
                        row.batch(),
                        row.place(),
                        row.line()))
            .forEach(visitor);
      }
    }
  }

  /** How many rows may be without a number: of a batch, all or none. */
  private long expected(String kind, long found, Optional<String> batch, Beginning beginning) {
    return batch
        .map(id -> recordings.beganLater(id) ? 0 : found)
        .orElseGet(() -> beginning.older(kind));
  }

  private static Optional<RowDifference> unnumbered(String kind, long now, long then) {
    if (now == then) {
      return Optional.empty();
    }
    String sentence =
        now > then
            ? "%d rows of the kind %s bear no number, but only %d are older than recording: rows"
                + " were added behind the product's back, or lost their numbers."
            : "%d rows of the kind %s bear no number, but %d were there when recording began: rows"
                + " were removed.";
    return Optional.of(
        new RowDifference(kind, Optional.empty(), sentence.formatted(now, kind, then)));
  }

  /** Steps and rows of one kind, side by side. */
  private final class KindWalk {

    private final RecordedRows kind;
    private long rows;
    private Optional<RecordedRow> next = Optional.empty();

    KindWalk(RecordedRows kind) {
      this.kind = kind;
    }

    Optional<RowDifference> walk(Optional<String> batch) {
      try (Stream<RecordedRow> found = recordings.recorded(kind, batch);
          Stream<Step> said = recordings.steps(kind.kind(), batch)) {
        Iterator<RecordedRow> remaining = found.iterator();
        advance(remaining);
        Iterator<Step> steps = said.iterator();
        long before = 0;
        while (steps.hasNext()) {
          Step step = steps.next();
          Optional<RowDifference> difference =
              step.recording().number() <= before
                  ? Optional.of(difference(step, "two events claim the same rows"))
                  : compare(step, remaining);
          if (difference.isPresent()) {
            return difference;
          }
          before = step.recording().number();
        }
        return next.map(this::unclaimed);
      }
    }

    private Optional<RowDifference> compare(Step step, Iterator<RecordedRow> remaining) {
      long number = step.recording().number();
      if (next.isPresent() && number(next.get()) < number) {
        return next.map(this::unclaimed);
      }
      RowDigest digest = new RowDigest();
      while (next.isPresent() && number(next.get()) == number) {
        digest.add(next.get().line());
        rows++;
        advance(remaining);
      }
      boolean same =
          digest.rows() == step.recording().rows()
              && digest.sha256Hex().equals(step.recording().sha256());
      return same ? Optional.empty() : Optional.of(locate(step));
    }

    private void advance(Iterator<RecordedRow> remaining) {
      next = remaining.hasNext() ? Optional.of(remaining.next()) : Optional.empty();
    }

    private long number(RecordedRow row) {
      return row.recording().orElseThrow();
    }

    private RowDifference unclaimed(RecordedRow row) {
      return new RowDifference(
          kind.kind(),
          Optional.of(row.batch()),
          "The %s of batch %s, %s, is named by no event: it was added behind the product's back."
              .formatted(kind.kind(), row.batch(), row.place()));
    }

    /** Which row of a step differs: the marks of the rows, then and now, side by side. */
    private RowDifference locate(Step step) {
      RowDigest now = new RowDigest();
      List<RecordedRow> present = new ArrayList<>();
      recordings.forEach(
          kind,
          step.recording().number(),
          row -> {
            now.add(row.line());
            present.add(row);
          });
      byte[] then = recordings.marks(step.recording().number()).orElse(new byte[0]);
      long recorded = step.recording().rows();
      int first = RowDigest.common(then, now.marks());
      if (then.length != recorded * RowDigest.MARK
          || first == present.size() && first == recorded) {
        return difference(
            step,
            "of its %d rows, now %d, at least one was changed, removed or added"
                .formatted(recorded, present.size()));
      }
      if (present.size() < recorded) {
        return difference(
            step,
            "of its %d rows number %d is missing%s"
                .formatted(
                    recorded,
                    first + 1,
                    first == 0 ? "" : ", the one after " + present.get(first - 1).place()));
      }
      return difference(
          step,
          "%s was %s"
              .formatted(
                  present.get(first).place(), present.size() > recorded ? "added" : "changed"));
    }

    private RowDifference difference(Step step, String what) {
      return new RowDifference(
          kind.kind(),
          Optional.of(step.batch()),
          "%s, batch %s, recorded by event %d (%s, %s, %s): %s."
              .formatted(
                  kind.kind(),
                  step.batch(),
                  step.seq(),
                  step.action(),
                  step.object(),
                  step.at(),
                  what));
    }
  }
}
