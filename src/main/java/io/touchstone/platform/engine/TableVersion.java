package io.touchstone.platform.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision table as it was deployed once.
 *
 * @param description the author's sentence on what the table decides; may be empty
 * @param sha256 of the DMN file, hexadecimal
 */
public record TableVersion(
    String definitionId,
    String key,
    String name,
    String description,
    int version,
    Optional<String> tag,
    Instant deployedAt,
    String sha256,
    String hitPolicy,
    List<Column> inputs,
    List<Column> outputs,
    List<Rule> rules) {

  /**
   * A column of the table.
   *
   * @param expression what is looked at, or the name of the output
   */
  public record Column(String label, String expression) {}

  /**
   * A row of the table.
   *
   * @param inputs one condition for each input; empty means any value
   * @param outputs one expression for each output
   * @param annotation why the row is there
   */
  public record Rule(List<String> inputs, List<String> outputs, String annotation) {}
}
