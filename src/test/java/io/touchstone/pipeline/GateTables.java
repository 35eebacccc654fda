package io.touchstone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** Asks the tables what they decide. An input written "null" is undefined. */
final class GateTables {

  private final RuleCoverage rules = new RuleCoverage();

  /** Which rules have fired. */
  RuleCoverage coverage() {
    return rules;
  }

  /** Numbers as numbers, truths as truths, and "null" as nothing. */
  static Map<String, Object> inputs(String... namesAndValues) {
    Map<String, Object> inputs = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      inputs.put(namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return inputs;
  }

  /** A number, a truth, nothing, or the text. */
  static Object value(String text) {
    if (text.equals("null")) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("-?\\d+")) {
      return Long.valueOf(text);
    }
    return text.matches("-?\\d+\\.\\d+") ? Double.valueOf(text) : text;
  }

  /** The outputs of the one rule that fires. */
  Map<String, Object> evaluate(String table, Map<String, Object> inputs) {
    return rules.evaluate(table, inputs);
  }

  void expect(String table, Map<String, Object> inputs, String verdict, String rule) {
    expect(table, inputs, "verdict", verdict, rule);
  }

  void expect(String table, Map<String, Object> inputs, String output, String value, String rule) {
    Map<String, Object> answer = evaluate(table, inputs);

    assertThat(answer).containsEntry("rule", rule).containsEntry(output, value);
    assertThat(answer.get("because")).asString().endsWith(".").doesNotContain("null");
  }
}
