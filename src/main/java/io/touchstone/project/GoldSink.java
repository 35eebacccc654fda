package io.touchstone.project;

import java.util.List;

/** Takes a project's gold through stage 1; ingestion implements it. */
public interface GoldSink {

  /**
   * One line of {@code gold.jsonl}.
   *
   * @param line number in the file, from 1
   * @param answer spans are places of the raw text
   */
  record GoldLine(int line, String id, String text, Labelling answer) {

    /** A line whose answer is a class. */
    public GoldLine(int line, String id, String text, String label) {
      this(line, id, text, new Labelling.ClassLabel(label));
    }
  }

  /**
   * De-identifies gold under the project's policy and stores it; repeating it changes nothing.
   *
   * @param file name of the file, for sentences
   */
  void load(Project project, String file, List<GoldLine> lines);
}
