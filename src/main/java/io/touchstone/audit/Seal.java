package io.touchstone.audit;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A block of the chain over the audit trail.
 *
 * @param number 1 for the first
 * @param events numbers of the covered events, ascending
 * @param root of the Merkle tree over their leaves (RFC 6962)
 * @param previous hash of the seal before, 64 zeros for the first
 * @param hash over number, time, how many events, root and previous
 * @param mac keyed hash of the hash
 */
public record Seal(
    long number,
    Instant at,
    List<Long> events,
    String root,
    String previous,
    String hash,
    String mac) {

  /** What the first seal has as its previous one. */
  public static final String BEGINNING = "0".repeat(64);

  static Seal of(
      long number, Instant at, List<Long> events, String root, String previous, Hmac key) {
    String hash = hash(number, at, events, root, previous);
    return new Seal(number, at, events, root, previous, hash, mac(hash, key));
  }

  /** SHA-256 over the fields, each on a line of its own. */
  static String hash(long number, Instant at, List<Long> events, String root, String previous) {
    return Sha256.hex(
        String.join(
            "\n",
            "touchstone-seal-1",
            Long.toString(number),
            at.toString(),
            Integer.toString(events.size()),
            root,
            previous));
  }

  /** Whether hash and previous hash fit the seal's fields and the seal before it. */
  boolean follows(String head) {
    return previous.equals(head) && hash.equals(hash(number, at, events, root, previous));
  }

  boolean madeWith(Hmac key) {
    return mac.equals(mac(hash, key));
  }

  private static String mac(String hash, Hmac key) {
    return HexFormat.of().formatHex(key.bytes("seal", hash));
  }
}
