package io.touchstone.project.folder;

/** Takes note of mistakes in a description, each with the key that it is at. */
@FunctionalInterface
interface Complaints {

  /**
   * @param right whether there is nothing to complain of
   * @param complaint the rest of a sentence that begins with the key
   */
  void check(String key, boolean right, String complaint);

  /** The number, or the lowest one with the mistake noted. */
  default double number(String key, Number value, double lowest, double highest) {
    if (value == null) {
      check(key, false, "is missing");
      return lowest;
    }
    double number = value.doubleValue();
    check(key, number >= lowest && number <= highest, "must be from " + lowest + " to " + highest);
    return number;
  }
}
