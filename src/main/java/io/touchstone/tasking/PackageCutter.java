package io.touchstone.tasking;

import io.touchstone.platform.crypto.Hmac;
import java.util.ArrayList;
import java.util.List;

/** Cuts a person's items into packages of one sitting, in a hidden order. */
public final class PackageCutter {

  private final Hmac draw;
  private final double secondsPerItem;
  private final int itemsPerPackage;

  /**
   * @param secondsPerItem the project's median
   * @param packageMinutes longest a package may take at that pace
   */
  public PackageCutter(Hmac draw, double secondsPerItem, int packageMinutes) {
    this.draw = draw;
    this.secondsPerItem = secondsPerItem;
    this.itemsPerPackage = Math.max(1, (int) (packageMinutes * 60 / secondsPerItem));
  }

  /**
   * Packages of nearly equal size, numbered from {@code firstNumber}; gold lies anywhere in them.
   */
  public List<PlannedPackage> cut(
      String batchId,
      String annotatorId,
      WorkPackage.Kind kind,
      int round,
      int firstNumber,
      List<String> itemIds) {
    List<String> shuffled = draw.shuffled(itemIds, "order", annotatorId);
    int packages = (shuffled.size() + itemsPerPackage - 1) / itemsPerPackage;
    List<PlannedPackage> cut = new ArrayList<>();
    for (int i = 0; i < packages; i++) {
      int from = (int) ((long) shuffled.size() * i / packages);
      int to = (int) ((long) shuffled.size() * (i + 1) / packages);
      int number = firstNumber + i;
      String id = packageId(draw, annotatorId, kind, round, number);
      cut.add(
          new PlannedPackage(
              id,
              batchId,
              annotatorId,
              kind,
              WorkPackage.Mode.ORDINARY,
              round,
              number,
              (int) Math.ceil((to - from) * secondsPerItem),
              List.copyOf(shuffled.subList(from, to))));
    }
    return cut;
  }

  /** The id of a person's package of that number in the batch whose key draws. */
  public static String packageId(
      Hmac draw, String annotatorId, WorkPackage.Kind kind, int round, int number) {
    return draw.id(
        "package", annotatorId, kind.id(), String.valueOf(round), String.valueOf(number));
  }
}
