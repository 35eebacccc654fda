package io.touchstone.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The one key that wraps all others. Wrapped keys may lie in the database: without the master key
 * they are noise, and destroying a wrapped key destroys all that it encrypts.
 */
public final class MasterKey {

  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + AesGcm.NONCE_BYTES;
  private final AesGcm cipher;
  private final SecureRandom random = new SecureRandom();

  private MasterKey(byte[] key) {
    this.cipher = AesGcm.of(key);
  }

  /**
   * @param key 32 bytes
   */
  public static MasterKey of(byte[] key) {
    return new MasterKey(key);
  }

  /**
   * Encrypts a key.
   *
   * @param purpose whose key it is, "batch:support-tickets-1"; unwrapping needs the same
   */
  public byte[] wrap(byte[] key, String purpose) {
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher.seal(nonce, associated(purpose), key, key.length);
    byte[] wrapped = new byte[HEADER_BYTES + sealed.length];
    wrapped[0] = VERSION;
    System.arraycopy(nonce, 0, wrapped, 1, nonce.length);
    System.arraycopy(sealed, 0, wrapped, HEADER_BYTES, sealed.length);
    return wrapped;
  }

  /**
   * Decrypts what {@link #wrap} made for that purpose.
   *
   * @throws IllegalStateException if it was wrapped by another master key, for another purpose, or
   *     was changed
   */
  public byte[] unwrap(byte[] wrapped, String purpose) {
    if (wrapped.length < HEADER_BYTES + AesGcm.TAG_BYTES || wrapped[0] != VERSION) {
      throw unusable(purpose);
    }
    byte[] nonce = Arrays.copyOfRange(wrapped, 1, HEADER_BYTES);
    byte[] sealed = Arrays.copyOfRange(wrapped, HEADER_BYTES, wrapped.length);
    try {
      return cipher.open(nonce, associated(purpose), sealed, sealed.length);
    } catch (AesGcm.Tampered e) {
      throw unusable(purpose);
    }
  }

  private static IllegalStateException unusable(String purpose) {
    return new IllegalStateException(
        "The stored key of "
            + purpose
            + " cannot be unwrapped: it was wrapped by another master key or was changed. Start"
            + " with the master key that this database was filled under.");
  }

  private static byte[] associated(String purpose) {
    return ("touchstone-key|" + purpose).getBytes(StandardCharsets.UTF_8);
  }
}
