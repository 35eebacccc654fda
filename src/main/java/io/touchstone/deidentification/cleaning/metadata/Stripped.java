package io.touchstone.deidentification.cleaning.metadata;

import java.util.Map;
import java.util.TreeMap;

/**
 * An object without metadata.
 *
 * @param object of the same kind
 * @param removed how often what was taken out: names such as "exif" or "comment", never a value
 */
public record Stripped(byte[] object, Map<String, Integer> removed) {

  public Stripped {
    removed = Map.copyOf(new TreeMap<>(removed));
  }
}
