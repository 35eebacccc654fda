package io.touchstone.quality.guideline;

import java.util.List;
import java.util.Optional;

/**
 * What somebody sees who is asked for a talk about the guideline. Nothing in it tells which items
 * had a known answer.
 *
 * @param pauses whether new work waits for it
 * @param packages how many submitted packages come back afterwards
 * @param classes those that are easily confused here, with what the guideline says of them
 * @param guideline all of it
 */
record ClarificationPage(
    String taskId,
    String project,
    boolean pauses,
    int packages,
    List<Mixed> confusions,
    List<LabelClass> classes,
    Guideline guideline) {

  /**
   * Two classes that the person took for each other.
   *
   * @param expected name of the class that the guideline asks for
   * @param given name of the class that was given; empty where a span was left out or has other
   *     ends
   * @param times how often; empty where the number would tell which of the person's answers they
   *     are
   */
  record Mixed(String expected, Optional<String> given, Optional<Long> times) {}

  /**
   * A class.
   *
   * @param place in the label schema, from 0; it decides the colour
   * @param passage HTML of what the guideline says of it; empty if it has no part of that name
   * @param examples de-identified texts of that class, none of which the person has ever had
   */
  record LabelClass(
      String id,
      int place,
      String name,
      String hint,
      Optional<String> passage,
      List<String> examples) {}

  /** A guideline version. */
  record Guideline(int version, String html) {}
}
