package io.touchstone.ingestion.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What became of reading one row. */
public sealed interface RowOutcome {

  /**
   * The row could be read.
   *
   * @param externalId the sender's id, where the row has one
   * @param text not blank, at most {@link RowText#MAXIMUM_BYTES} long
   * @param suggestions the field of that name as it stands, not looked into yet
   * @param fields what stands beside it by the project's rules
   */
  record Read(
      Optional<String> externalId, String text, Optional<JsonNode> suggestions, RowFields fields)
      implements RowOutcome {

    public Read(Optional<String> externalId, String text) {
      this(externalId, text, Optional.empty(), RowFields.NONE);
    }
  }

  /**
   * The row is refused.
   *
   * @param sentence line or number, fault, what to do; never a piece of the row's content
   */
  record Bad(Reason reason, String sentence) implements RowOutcome {

    public static Bad at(long line, Reason reason, String rest) {
      return new Bad(reason, "Line " + line + ": " + rest);
    }

    static Bad ofObject(long number, Reason reason, String rest) {
      return new Bad(reason, "Object " + number + ": " + rest);
    }
  }
}
