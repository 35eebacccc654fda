package io.touchstone.agreement.text;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.RatioOfSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Agreement on free texts. Two texts are as similar as 1 less the fewest single characters to
 * insert, delete or replace (Levenshtein 1966) over the length of the longer; two empty ones are
 * the same. An item's similarity is the mean over its pairs.
 *
 * @param coefficients percent agreement, the mean share of pairs that are letter by letter the
 *     same; similarity
 */
public record TextAgreement(
    long items, long judgements, int annotators, List<Coefficient> coefficients) {

  /** Changes when a formula, a convention or the resampling changes. */
  public static final String METRIC_VERSION = "texts-2";

  private static final int MOST_CHARACTERS = 10_000;
  private static final double MOST_COMPARISONS = 3e9;

  /** Collects texts. */
  public static final class Builder {

    private final Map<String, Map<String, String>> byItem = new HashMap<>();
    private final Set<String> annotators = new HashSet<>();
    private double comparisons;

    /**
     * Adds one judgement.
     *
     * @throws IllegalArgumentException if the annotator judged the item before, or there is more
     *     text than can be compared
     */
    public Builder add(String item, String annotator, String text) {
      if (text.length() > MOST_CHARACTERS) {
        throw new IllegalArgumentException(
            "A text is longer than 10,000 characters. Split the item into smaller ones.");
      }
      Map<String, String> ofItem = byItem.computeIfAbsent(item, key -> new TreeMap<>());
      for (String other : ofItem.values()) {
        comparisons += (double) other.length() * text.length();
      }
      if (comparisons > MOST_COMPARISONS) {
        throw new IllegalArgumentException(
            "The texts up to here are too long to compare in one go. Send fewer at a time.");
      }
      if (ofItem.putIfAbsent(annotator, text) != null) {
        throw new IllegalArgumentException(
            "An annotator judged the same item twice: send the judgement that holds.");
      }
      annotators.add(annotator);
      return this;
    }

    public TextAgreement build(Bootstrap bootstrap) {
      RatioOfSums same = new RatioOfSums("percentAgreement");
      RatioOfSums similar = new RatioOfSums("textSimilarity");
      long judgements = 0;
      long pairable = 0;
      long pairs = 0;
      for (Map<String, String> ofItem : byItem.values()) {
        judgements += ofItem.size();
        long ofThis = (long) ofItem.size() * (ofItem.size() - 1) / 2;
        pairs += ofThis;
        if (ofThis > 0) {
          pairable++;
          double[] found = compare(new ArrayList<>(ofItem.values()));
          same.add(found[0] / ofThis, 1);
          similar.add(found[1] / ofThis, 1);
        }
      }
      Basis basis = new Basis(byItem.size(), pairable, pairs, annotators.size());
      return new TextAgreement(
          basis.items(),
          judgements,
          basis.annotators(),
          List.of(same.of(basis, bootstrap), similar.of(basis, bootstrap)));
    }

    private static double[] compare(List<String> texts) {
      double[] found = new double[2];
      texts.sort(null);
      for (int a = 0; a < texts.size(); a++) {
        for (int b = 0; b < a; b++) {
          found[0] += texts.get(a).equals(texts.get(b)) ? 1 : 0;
          found[1] += similarity(texts.get(a), texts.get(b));
        }
      }
      return found;
    }
  }

  public static double similarity(String first, String second) {
    int longer = Math.max(first.length(), second.length());
    return first.equals(second)
        ? 1
        : 1 - (double) LevenshteinDistance.getDefaultInstance().apply(first, second) / longer;
  }
}
