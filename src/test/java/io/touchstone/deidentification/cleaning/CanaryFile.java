package io.touchstone.deidentification.cleaning;

import java.util.List;

/**
 * A generated object with canaries in it: made-up words that nothing else holds, so that one that
 * is found after cleaning was left there.
 *
 * @param name says format, place and encoding, "jpeg-com-utf16"
 * @param type what the object is
 * @param canaries all of the object, from {@link Canaries#next()}
 * @param canaryInContent whether they stand where a reader sees them: the test's tools then replace
 *     them. Elsewhere the cleaner has to drop them without knowing them.
 */
public record CanaryFile(
    String name, ObjectType type, byte[] object, List<String> canaries, boolean canaryInContent) {

  public CanaryFile {
    canaries = List.copyOf(canaries);
  }

  @Override
  public String toString() {
    return name;
  }
}
