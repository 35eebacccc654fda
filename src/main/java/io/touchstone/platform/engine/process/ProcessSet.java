package io.touchstone.platform.engine.process;

import io.touchstone.platform.crypto.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * All processes, decision tables and forms that were deployed together. A batch runs from beginning
 * to end under one set.
 *
 * @param deploymentId the engine's id of it
 * @param files how many
 * @param sha256 over all of its files, hexadecimal: two sets with the same one do the same
 */
public record ProcessSet(String deploymentId, Instant deployedAt, int files, String sha256) {

  static ProcessSet of(String deploymentId, Instant deployedAt, Map<String, byte[]> content) {
    return new ProcessSet(deploymentId, deployedAt, content.size(), Sha256.hex(listing(content)));
  }

  /**
   * One line per file, its hash and its name, in the order of the names; as sha256sum writes it.
   */
  static String listing(Map<String, byte[]> content) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(content)
        .forEach(
            (name, bytes) -> text.append(Sha256.hex(bytes)).append("  ").append(name).append('\n'));
    return text.toString();
  }
}
