package io.touchstone.deidentification;

import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.recogniser.EntityType;
import java.util.List;
import java.util.Optional;

/**
 * A text, and what is settled of stretches of it before anything is looked for.
 *
 * @param subject whom the text is about, where that is known
 * @param replaced stretches that are replaced as a whole, each with its operator
 * @param kept stretches that stay, whatever is found in them
 */
public record StructuredText(
    String text, Optional<String> subject, List<Fixed> replaced, List<Fixed> kept) {

  public StructuredText {
    replaced = List.copyOf(replaced);
    kept = List.copyOf(kept);
  }

  /** A text of which nothing is settled. */
  static StructuredText of(String text) {
    return new StructuredText(text, Optional.empty(), List.of(), List.of());
  }

  /**
   * A stretch that is settled, in UTF-16 units, end exclusive.
   *
   * @param operator nothing for what stays
   */
  public record Fixed(int start, int end, Optional<Operator> operator, EntityType type) {

    /** The same stretch where so many characters stand before the text. */
    public Fixed movedBy(int characters) {
      return new Fixed(start + characters, end + characters, operator, type);
    }
  }
}
