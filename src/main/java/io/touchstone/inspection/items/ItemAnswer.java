package io.touchstone.inspection.items;

import java.util.List;
import java.util.Optional;

/**
 * What somebody says of an item now.
 *
 * @param person user id or pseudonym
 * @param role annotator or adjudicator
 * @param label in a project of classes
 * @param spans in a project of spans
 */
public record ItemAnswer(
    String itemId,
    String person,
    String role,
    Optional<String> label,
    Optional<List<Marked>> spans) {

  /**
   * A marked stretch.
   *
   * @param start in code points of the de-identified text
   * @param end exclusive
   */
  public record Marked(int start, int end, String label) {}

  ItemAnswer by(String name) {
    return new ItemAnswer(itemId, name, role, label, spans);
  }
}
