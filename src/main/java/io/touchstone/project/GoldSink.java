package io.touchstone.project;

import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import java.util.List;

/** Takes a project's gold through stage 1; ingestion implements it. */
public interface GoldSink {

  /**
   * One line of {@code gold.jsonl}.
   *
   * @param line number in the file, from 1
   * @param answer spans are places of the raw text
   */
  record GoldLine(int line, String id, String text, Answer answer) {

    /** A line whose answer is a class. */
    public GoldLine(int line, String id, String text, String label) {
      this(line, id, text, new ClassLabel(label));
    }
  }

  /**
   * De-identifies the gold of a project's folder under the project's policy and stores it;
   * repeating it changes nothing. What was typed, changed or taken out in the product stays.
   *
   * @param file name of the file, for sentences
   * @param overruling whether the lines replace what the product holds under their ids
   * @return ids of the lines that the product holds otherwise, and that are not what the file said
   *     when the product took them over
   */
  List<String> load(Project project, String file, List<GoldLine> lines, boolean overruling);

  /** As {@link #load(Project, String, List, boolean)}, where the product's stays. */
  default void load(Project project, String file, List<GoldLine> lines) {
    load(project, file, lines, false);
  }
}
