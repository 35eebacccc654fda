package io.touchstone.release;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.quality.Pseudonyms;

/**
 * Pseudonyms by a keyed hash, 48 bits: nobody without the key can test whether a pseudonym is a
 * certain person's.
 */
final class KeyedPseudonyms implements Pseudonyms {

  private static final int HEX_DIGITS = 12;
  private final Hmac hmac;

  KeyedPseudonyms(byte[] key) {
    this.hmac = Hmac.of(key);
  }

  @Override
  public String of(String annotatorId) {
    return hmac.id("pseudonym", annotatorId).substring(0, HEX_DIGITS);
  }
}
