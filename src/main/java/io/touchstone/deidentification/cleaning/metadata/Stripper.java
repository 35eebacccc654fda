package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;

/**
 * Takes everything out of a picture or recording that is neither pixels or samples nor needed to
 * show or play them. What it keeps stands in a list; pixels and samples are copied as they are
 * coded, so that a viewer sees the same before and after. Without state.
 */
public interface Stripper {

  /** The one kind that it knows. */
  ObjectType type();

  /**
   * The same picture or recording without metadata; the same bytes for the same object.
   *
   * @param object whole content; not changed
   * @throws IOException if the object is cut, damaged or of a variety that is not kept
   */
  Stripped strip(byte[] object) throws IOException;
}
