package io.touchstone.platform.crypto;

/**
 * Source of new keys and passwords. Random in production; derived from {@code touchstone.seed} in
 * tests and the demo, so that a run can be repeated byte for byte.
 */
public interface Secrets {

  /**
   * A new 32-byte key.
   *
   * @param purpose what it is for, unique per key, "batch:support-tickets-1"
   */
  byte[] newKey(String purpose);

  /** A new password of 20 letters and digits, unpredictable even where a seed is set. */
  String newPassword();
}
