package io.touchstone.deidentification.cleaning;

import java.util.ArrayList;
import java.util.List;

/**
 * What reads like text in any bytes: a second look that knows no format, so that it sees what a
 * reader of the format steps over.
 */
public final class PrintableStrings {

  /** Shorter runs come about by chance: one of this length once in 5 GB of noise. */
  private static final int SHORTEST = 16;

  /** Fillings such as a row of the same letter say nothing. */
  private static final int FEWEST_LETTERS = 5;

  private PrintableStrings() {}

  /**
   * Runs of at least sixteen letters, digits, spaces and marks of words in ASCII, of one byte each
   * or of two in either order.
   */
  public static List<String> in(byte[] bytes) {
    List<String> found = new ArrayList<>();
    runs(bytes, 0, 1, found);
    runs(bytes, 0, 2, found);
    runs(bytes, 1, 2, found);
    return found;
  }

  private static void runs(byte[] bytes, int from, int step, List<String> found) {
    StringBuilder run = new StringBuilder();
    for (int i = from; i < bytes.length; i += step) {
      if (isOfWord(bytes[i]) && (step == 1 || isZeroBeside(bytes, i))) {
        run.append((char) bytes[i]);
      } else {
        end(run, found);
      }
    }
    end(run, found);
  }

  private static void end(StringBuilder run, List<String> found) {
    if (run.length() >= SHORTEST && run.chars().distinct().count() >= FEWEST_LETTERS) {
      found.add(run.toString());
    }
    run.setLength(0);
  }

  /** Of UTF-16 in either order: the letter's other byte follows it or stands before it. */
  private static boolean isZeroBeside(byte[] bytes, int place) {
    boolean after = place + 1 < bytes.length && bytes[place + 1] == 0;
    return after || place > 0 && bytes[place - 1] == 0;
  }

  private static boolean isOfWord(byte value) {
    return Character.isLetterOrDigit(value) && value > 0 || " -.@'".indexOf(value) >= 0;
  }
}
