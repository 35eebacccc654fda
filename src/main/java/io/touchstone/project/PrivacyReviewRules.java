package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a project's privacy review is made up.
 *
 * @param planted share of a sheet's random items that is added as planted leaks, 0 to 0.5
 * @param risk share that is added of items that look likelier than others to leak, 0 to 1
 */
public record PrivacyReviewRules(
    @JsonProperty("planted") double planted, @JsonProperty("risk") double risk) {

  /** What a project has that says nothing. */
  public static final PrivacyReviewRules DEFAULT = new PrivacyReviewRules(0.05, 0.1);

  private static final int LARGE_SHEET = 40;

  /** How many leaks are planted beside so many random items: from 40 items on at least two. */
  public int plantedIn(int randomItems) {
    int share = (int) Math.round(planted * randomItems);
    return planted > 0 && randomItems >= LARGE_SHEET ? Math.max(2, share) : share;
  }

  /** How many items that look likelier to leak are looked at beside so many random ones. */
  public int riskyIn(int randomItems) {
    return (int) Math.ceil(risk * randomItems - 1e-9);
  }
}
