package io.touchstone.platform.engine.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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

  private static final Pattern COMPARISON =
      Pattern.compile("(<=|>=|<|>)?\\s*(-?\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*)");
  private static final Set<String> NO_LIMITS = Set.of("null", "true", "false");

  /**
   * What a condition holds an input against.
   *
   * @param operand a number, or the name of another input
   * @param fromAbove whether the row fires where the input is above the operand
   */
  public record Limit(String input, String operand, boolean fromAbove) {}

  /**
   * The comparisons of a rule, in the order of the table; a bare number is one that the input must
   * not be.
   *
   * @param code what the rule gives out as {@code rule}
   */
  public List<Limit> limits(String code) {
    List<Limit> limits = new ArrayList<>();
    rules.stream()
        .filter(rule -> rule.outputs().contains('"' + code + '"'))
        .findFirst()
        .ifPresent(
            rule -> {
              for (int i = 0; i < inputs.size(); i++) {
                Matcher condition = COMPARISON.matcher(rule.inputs().get(i).strip());
                if (condition.matches() && !NO_LIMITS.contains(condition.group(2))) {
                  boolean above = condition.group(1) != null && condition.group(1).startsWith(">");
                  limits.add(new Limit(inputs.get(i).expression(), condition.group(2), above));
                }
              }
            });
    return limits;
  }

  /** What the table calls an input; its expression where it has no label. */
  public String labelOf(String expression) {
    return inputs.stream()
        .filter(each -> each.expression().equals(expression))
        .map(Column::label)
        .filter(label -> !label.isBlank())
        .findFirst()
        .orElse(expression);
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
