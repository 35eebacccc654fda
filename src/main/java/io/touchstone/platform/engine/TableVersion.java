package io.touchstone.platform.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  /**
   * The inputs that a rule rests on: those it has a condition for, and those its sentences speak
   * of. All inputs if no rule has this code, or it asks for nothing.
   *
   * @param code what the rule gives out as {@code rule}
   * @return expressions of the inputs, in the order of the table
   */
  public List<String> decisive(String code) {
    List<String> all = inputs.stream().map(Column::expression).toList();
    List<String> decisive =
        rules.stream()
            .filter(rule -> rule.outputs().contains('"' + code + '"'))
            .findFirst()
            .map(rule -> IntStream.range(0, all.size()).filter(i -> rule.restsOn(i, all.get(i))))
            .orElse(IntStream.empty())
            .mapToObj(all::get)
            .toList();
    return decisive.isEmpty() ? all : decisive;
  }

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
  public record Rule(List<String> inputs, List<String> outputs, String annotation) {

    private boolean restsOn(int input, String expression) {
      Pattern name = Pattern.compile("\\b" + Pattern.quote(expression) + "\\b");
      return !inputs.get(input).isEmpty()
          || outputs.stream()
              .map(output -> QUOTED.matcher(output).replaceAll(""))
              .anyMatch(output -> name.matcher(output).find());
    }
  }
}
