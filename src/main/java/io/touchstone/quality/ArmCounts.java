package io.touchstone.quality;

import io.touchstone.quality.StratifiedDifference.Stratum;
import java.util.List;
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
 */
record ArmCounts(
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

  /** A batch in which nothing was suggested. */
  static final ArmCounts NONE =
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
        + people;
  }
}
