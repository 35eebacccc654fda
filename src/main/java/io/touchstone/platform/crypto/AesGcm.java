package io.touchstone.platform.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a 12-byte nonce and a 16-byte tag. A nonce
 * must never be used twice under one key.
 */
public final class AesGcm {

  /** Bytes that sealing adds. */
  public static final int TAG_BYTES = 16;

  /** Bytes of a nonce. */
  public static final int NONCE_BYTES = 12;

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private final SecretKeySpec key;

  private AesGcm(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * @param key 32 bytes
   */
  public static AesGcm of(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("An AES-256 key has 32 bytes, not " + key.length + ".");
    }
    return new AesGcm(key);
  }

  /** Encrypts the first {@code length} bytes; the result is {@link #TAG_BYTES} longer. */
  public byte[] seal(byte[] nonce, byte[] associated, byte[] plain, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt.", e);
    }
  }

  /**
   * Decrypts what {@link #seal} made.
   *
   * @throws Tampered if the bytes, the nonce, the associated data or the key differ from those
   */
  public byte[] open(byte[] nonce, byte[] associated, byte[] sealed, int length) throws Tampered {
    if (length < TAG_BYTES) {
      throw new Tampered();
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, associated).doFinal(sealed, 0, length);
    } catch (AEADBadTagException e) {
      throw new Tampered();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to decrypt.", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }

  /** The authentication tag does not fit. */
  public static final class Tampered extends Exception {}
}
