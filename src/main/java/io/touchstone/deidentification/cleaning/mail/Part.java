package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.util.List;

/** A part of a cleaned mail. */
sealed interface Part {

  /**
   * @param subtype "plain" or "html"
   */
  record Text(String subtype, String content) implements Part {}

  /**
   * @param number from 1 in the order of the mail
   * @param inline whether it was meant to be seen in the text
   */
  record Attachment(byte[] content, ObjectType type, int number, boolean inline) implements Part {}

  /**
   * @param subtype "mixed", "alternative" or "related"
   */
  record Several(String subtype, List<Part> parts) implements Part {}

  /** A mail within the mail. */
  record Forwarded(List<String> headers, Part content) implements Part {}
}
