package io.touchstone.platform.store;

import io.touchstone.platform.crypto.AesGcm;
import io.touchstone.platform.crypto.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Seals and opens the numbered segments of one object. */
final class SegmentCipher {

  /** First bytes of an object: the format and its version. */
  static final byte[] MAGIC = {'T', 'S', 'O', 1};

  static final int SALT_BYTES = 32;
  static final int PREFIX_BYTES = 7;

  private final AesGcm cipher;
  private final byte[] prefix;
  private final String scope;

  private SegmentCipher(AesGcm cipher, byte[] prefix, String scope) {
    this.cipher = cipher;
    this.prefix = prefix;
    this.scope = scope;
  }

  /** Magic, fresh salt, fresh nonce prefix. */
  static byte[] newHeader(SecureRandom random) {
    byte[] chance = new byte[SALT_BYTES + PREFIX_BYTES];
    random.nextBytes(chance);
    return ByteBuffer.allocate(MAGIC.length + chance.length).put(MAGIC).put(chance).array();
  }

  static SegmentCipher of(EncryptedObjects.Address address, byte[] dataKey, byte[] header) {
    byte[] salt = Arrays.copyOfRange(header, MAGIC.length, MAGIC.length + SALT_BYTES);
    byte[] prefix = Arrays.copyOfRange(header, MAGIC.length + SALT_BYTES, header.length);
    byte[] key = Hmac.of(dataKey).bytes("object-key", HexFormat.of().formatHex(salt));
    String scope = address.batchId() + "|" + address.objectId() + "|";
    return new SegmentCipher(AesGcm.of(key), prefix, scope);
  }

  byte[] seal(int number, boolean last, byte[] plain) {
    return cipher.seal(nonce(number, last), associated(number), plain, plain.length);
  }

  byte[] open(int number, boolean last, byte[] sealed) throws AesGcm.Tampered {
    return cipher.open(nonce(number, last), associated(number), sealed, sealed.length);
  }

  private byte[] nonce(int number, boolean last) {
    return ByteBuffer.allocate(AesGcm.NONCE_BYTES)
        .put(prefix)
        .putInt(number)
        .put((byte) (last ? 1 : 0))
        .array();
  }

  private byte[] associated(int number) {
    return (scope + number).getBytes(StandardCharsets.UTF_8);
  }
}
