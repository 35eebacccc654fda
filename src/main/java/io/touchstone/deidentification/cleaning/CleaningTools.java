package io.touchstone.deidentification.cleaning;

import java.nio.charset.Charset;
import java.util.Optional;

/** What a cleaner works with while it cleans one object. */
public interface CleaningTools {

  /**
   * Redacts a piece of text that a reader sees: a paragraph, a cell, a line. The pieces become the
   * item's text in the order of the calls, one line each.
   */
  Redacted shown(String text);

  /**
   * Redacts a header or a footer. It is part of what is read even where the text of its object is
   * not, as of an attachment: nobody else would see what the recognisers do not know.
   */
  default Redacted edge(String text) {
    return shown(text);
  }

  /** Redacts text that stays but is no part of what is read: a name of a sheet. */
  Redacted aside(String text);

  /**
   * What is left of the alternative text or the title of a picture, redacted; nothing where they
   * go, as they do unless the project keeps them.
   */
  default Optional<String> alternative(String text) {
    return Optional.empty();
  }

  /**
   * What stands in the place of what is found in a text of which nothing else stays, such as a
   * correspondent's name.
   */
  default String replacedIn(String text) {
    return aside(text).replaced();
  }

  /**
   * Redacts a passage that was read in a picture. It is part of what a reader sees, unless the
   * picture lies in something whose own text is not.
   */
  default Redacted read(String text) {
    return shown(text);
  }

  /** Whether text in pictures is read. */
  default boolean readsPictures() {
    return false;
  }

  /**
   * Cleans an object that is embedded in this one, such as a picture or an attachment, at most
   * three levels deep. What is refused must not stay in the outer object.
   */
  Cleaning nested(byte[] object);

  /** What texts are written in that do not say it and are not UTF-8, where the project says it. */
  default Optional<Charset> encoding() {
    return Optional.empty();
  }
}
