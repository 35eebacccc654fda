package io.touchstone.quality.measurement;

import io.touchstone.statistics.StratifiedDifference.Stratum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * Current judgements of a batch by the arm of their assignments.
 *
 * @param shown the batch's own items with the model's suggestion in view
 * @param shownSame of these, judged as it suggests
 * @param blind the batch's own items with the suggestion hidden
 * @param blindSame of these, judged as it suggests all the same
 * @param planted items with a wrong suggestion in view, gold among them
 * @param plantedSame of these, judged as it suggests
 * @param unplanted items with the suggestion hidden, gold among them
 * @param unplantedSame of these, judged as the wrong suggestion says that was kept ready
 * @param accepted judgements taken over by the key for it
 * @param unassistedItems the batch's own items without a suggestion and with two or more judgements
 * @param unassistedAgreement mean over these of each item's pairwise agreement; empty without items
 * @param people shown and blind by annotator, in a fixed order
 * @param project what was planted in all of the project; empty where the batch's own is enough
 */
public record ArmCounts(
    long shown,
    long shownSame,
    long blind,
    long blindSame,
    long planted,
    long plantedSame,
    long unplanted,
    long unplantedSame,
    long accepted,
    long unassistedItems,
    OptionalDouble unassistedAgreement,
    List<Stratum> people,
    Optional<OfProject> project) {

  /** Of a batch alone. */
  ArmCounts(
      long shown,
      long shownSame,
      long blind,
      long blindSame,
      long planted,
      long plantedSame,
      long unplanted,
      long unplantedSame,
      long accepted,
      long unassistedItems,
      OptionalDouble unassistedAgreement,
      List<Stratum> people) {
    this(
        shown,
        shownSame,
        blind,
        blindSame,
        planted,
        plantedSame,
        unplanted,
        unplantedSame,
        accepted,
        unassistedItems,
        unassistedAgreement,
        people,
        Optional.empty());
  }

  /**
   * What became of planted suggestions, and of the hidden ones beside them.
   *
   * @param planted judgements with a wrong suggestion in view
   * @param plantedSame of these, judged as it suggests
   * @param unplanted judgements with the suggestion hidden
   * @param unplantedSame of these, judged as the wrong one says that was kept ready
   */
  record Planted(long planted, long plantedSame, long unplanted, long unplantedSame) {}

  /**
   * All batches of a project together.
   *
   * @param inMonth judgements with a planted suggestion in view in the last 30 days
   */
  record OfProject(long inMonth, Planted planted) {}

  /** The batch's own. */
  Planted ownPlanted() {
    return new Planted(planted, plantedSame, unplanted, unplantedSame);
  }

  /** With what was planted in all of the project beside it. */
  ArmCounts in(OfProject all) {
    return new ArmCounts(
        shown,
        shownSame,
        blind,
        blindSame,
        planted,
        plantedSame,
        unplanted,
        unplantedSame,
        accepted,
        unassistedItems,
        unassistedAgreement,
        people,
        Optional.of(all));
  }

  /** A batch in which nothing was suggested. */
  public static final ArmCounts NONE =
      new ArmCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalDouble.empty(), List.of());

  boolean isEmpty() {
    return shown + blind + planted + unplanted == 0;
  }

  /** All counts in a fixed order, for a digest. */
  String text() {
    return String.join(
            " ",
            LongStream.of(
                    shown,
                    shownSame,
                    blind,
                    blindSame,
                    planted,
                    plantedSame,
                    unplanted,
                    unplantedSame,
                    accepted,
                    unassistedItems)
                .mapToObj(Long::toString)
                .toList())
        + people
        + project.map(all -> " " + all).orElse("");
  }
}
