package io.touchstone.workforce;

import java.util.Map;

/**
 * A person who labels or adjudicates.
 *
 * @param id user id
 * @param department where the person belongs; decides conflicts of interest
 * @param available whether new work may be planned for the person
 * @param simulated whether judgements come from a simulation and are marked so
 * @param skills level per skill, above 0 to 1
 */
public record Annotator(
    String id,
    String department,
    boolean available,
    boolean simulated,
    Map<String, Double> skills) {

  public Annotator {
    skills = Map.copyOf(skills);
  }
}
