package io.touchstone.deidentification;

import io.touchstone.deidentification.operator.Remembered;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text after de-identification.
 *
 * @param text with a tag in the place of each finding
 * @param findings in order, disjoint, in code points of the raw text
 * @param offsets from the raw to the redacted text
 * @param remembered for further replacements in the same text
 */
public record Redaction(
    String text, List<Finding> findings, OffsetMap offsets, Remembered remembered) {

  public Redaction {
    findings = List.copyOf(findings);
  }

  /** Number of findings per type, for the manifest. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding.type().id(), 1, Integer::sum));
    return counts;
  }
}
