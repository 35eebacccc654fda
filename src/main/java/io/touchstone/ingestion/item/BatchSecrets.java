package io.touchstone.ingestion.item;

import io.touchstone.platform.crypto.Hmac;

/** Keys that are derived from a batch's key, each for one purpose. */
public final class BatchSecrets {

  private BatchSecrets() {}

  /** Encrypts the batch's raw objects. */
  public static byte[] dataKey(Hmac batchKey) {
    return batchKey.bytes("raw-object-key");
  }

  /** Digests the batch's raw objects. */
  public static Hmac digestKey(Hmac batchKey) {
    return Hmac.of(batchKey.bytes("raw-object-digest-key"));
  }

  /** Hashes what was found in the batch's texts. */
  public static Hmac foundStringKey(Hmac batchKey) {
    return Hmac.of(batchKey.bytes("found-string-key"));
  }
}
