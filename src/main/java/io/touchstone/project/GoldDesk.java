package io.touchstone.project;

import io.touchstone.project.GoldSink.GoldLine;
import java.util.List;

/**
 * The known answers of a project as people work on them in the product; ingestion implements it.
 */
public interface GoldDesk {

  /**
   * Known answers in use that were read from a file or made in the product, by their ids, with the
   * texts that people see.
   */
  List<GoldLine> present(String projectKey);

  /**
   * The lines as people will see their texts, answers on these.
   *
   * @param file its name, for sentences
   * @param faults receives a sentence with its line for each line that cannot be taken
   */
  List<GoldLine> deidentified(
      Project project, String file, List<GoldLine> lines, List<String> faults);

  /**
   * Makes these lines the known answers of a project. What says something else than before is the
   * product's from now on, what is missing is taken out; the rest stays as it is.
   *
   * @param lines as {@link #deidentified} has made them
   */
  void replace(Project project, List<GoldLine> lines);
}
