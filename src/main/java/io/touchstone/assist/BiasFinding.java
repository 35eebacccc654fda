package io.touchstone.assist;

import java.util.Optional;

/** Knows how much people were swayed by suggestions so far; quality does. */
public interface BiasFinding {

  /** What the table automation-bias last answered for a project; empty before it was asked. */
  Optional<String> lastAction(String projectKey);

  /**
   * How often the sources of a batch's first suggestions were right in the project's other batches,
   * by their verdicts.
   */
  SourceAccuracy.Settled settled(String projectKey, String batchId);
}
