package io.touchstone.workforce;

import io.touchstone.platform.crypto.Hmac;

/**
 * Names under which people appear outside the house: a keyed hash of 48 bits, stable, and not to be
 * traced back or tested without the key.
 */
public final class Pseudonyms {

  private static final int HEX_DIGITS = 12;
  private final Hmac hmac;

  private Pseudonyms(Hmac hmac) {
    this.hmac = hmac;
  }

  /**
   * @param key secret of the project, 32 bytes
   */
  public static Pseudonyms keyed(byte[] key) {
    return new Pseudonyms(Hmac.of(key));
  }

  /** The pseudonym of a person, the same in all versions of a project's datasets. */
  public String of(String annotatorId) {
    return hmac.id("pseudonym", annotatorId).substring(0, HEX_DIGITS);
  }
}
