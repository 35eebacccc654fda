package io.touchstone.deidentification.cleaning;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Cleans a family of formats. It keeps what it knows to be harmless and drops the rest, because
 * what identifies people hides in places that nobody listed. Without state; called by several
 * threads; what it makes depends on the object, the tools' answers and nothing else.
 */
public interface Cleaner {

  /** The kinds of objects that it cleans. */
  Set<ObjectType> types();

  /**
   * Takes what identifies people out of an object: hidden content and metadata by a whitelist, text
   * in the content itself and never by a cover, faces by solid fill.
   *
   * @param object whole content, at most the platform's limit; not changed
   * @param type what the content was found to be
   * @param tools redact text and clean what is embedded
   * @return the cleaned object, or why it cannot be cleaned
   * @throws IOException if the object cannot be read; the message is not shown, because it may
   *     quote the object
   */
  Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException;

  /**
   * How many words a reader of an object sees, and how many of them are not there any more, by
   * other code than the one that cleans. Nothing is counted of kinds in which nothing that is seen
   * goes.
   *
   * @param object as it was delivered
   * @param type of it
   * @param cleaned what it became
   * @param elsewhere where words may be that the cleaned object does not show
   * @throws IOException if one of the two cannot be read, which refuses the object
   */
  default WordLoss loss(
      byte[] object, ObjectType type, Cleaning.Cleaned cleaned, AccountedWords elsewhere)
      throws IOException {
    return WordLoss.NONE;
  }

  /**
   * All text that a cleaned object shows or hides, metadata included, read by other code than the
   * one that wrote it. The recognisers look at it again before the object is accepted.
   *
   * @param type of the cleaned object
   * @throws IOException if what was written cannot be read, which refuses the object
   */
  List<String> readBack(byte[] cleaned, ObjectType type) throws IOException;
}
