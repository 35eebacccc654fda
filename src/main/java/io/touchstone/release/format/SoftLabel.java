package io.touchstone.release.format;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How probable each label of an item is, given the judgements of its annotators.
 *
 * @param labels probability by label id to six decimal places, without trailing zeros; labels below
 *     that are left out
 * @param method "majority", then the shares of the votes, or "dawid-skene"
 * @param version of the method's formulas
 */
public record SoftLabel(SortedMap<String, BigDecimal> labels, String method, String version) {

  public SoftLabel {
    SortedMap<String, BigDecimal> ordered = new TreeMap<>(Utf8Order.INSTANCE);
    labels.forEach((label, probability) -> ordered.put(label, probability.stripTrailingZeros()));
    labels = ordered;
  }

  CanonicalJson.Fields fields() {
    return CanonicalJson.fields()
        .put("labels", labels)
        .put("method", method)
        .put("version", version);
  }
}
