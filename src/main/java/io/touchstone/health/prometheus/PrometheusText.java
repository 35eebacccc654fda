package io.touchstone.health.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Gauges in Prometheus' text format 0.0.4: help and type once per name, then its samples, values of
 * labels with backslash, quote and line feed escaped.
 */
final class PrometheusText {

  private final Map<String, StringBuilder> families = new LinkedHashMap<>();

  /** Announces a gauge; samples may follow at any time, none is fine. */
  PrometheusText gauge(String name, String help) {
    families.put(
        name,
        new StringBuilder("# HELP ")
            .append(name)
            .append(' ')
            .append(help.replace("\\", "\\\\").replace("\n", "\\n"))
            .append("\n# TYPE ")
            .append(name)
            .append(" gauge\n"));
    return this;
  }

  /**
   * Adds a sample of an announced gauge.
   *
   * @param labels names and values by turns
   */
  PrometheusText sample(String name, double value, String... labels) {
    StringJoiner pairs = new StringJoiner(",", "{", "}");
    for (int i = 0; i < labels.length; i += 2) {
      pairs.add(labels[i] + "=\"" + escaped(labels[i + 1]) + "\"");
    }
    families.get(name).append(name).append(pairs).append(' ').append(value).append('\n');
    return this;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    families.values().forEach(text::append);
    return text.toString();
  }
}
