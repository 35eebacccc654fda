package io.touchstone.platform.store;

import io.touchstone.platform.crypto.AesGcm;
import io.touchstone.platform.crypto.Hmac;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Objects that are encrypted while they are read and decrypted from any byte on. Segments of 64 KiB
 * are sealed one by one with AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway
 * and Vizar 2015): the nonce is a prefix, the segment's number and a flag on the last one, so that
 * a cut, a swap and a flipped bit are found. A fresh salt makes a key per object from the data key,
 * so that a nonce never repeats under one key.
 */
public final class EncryptedObjects {

  static final int SEGMENT_BYTES = 64 * 1024;
  static final int SEALED_BYTES = SEGMENT_BYTES + AesGcm.TAG_BYTES;
  static final int HEADER_BYTES =
      SegmentCipher.MAGIC.length + SegmentCipher.SALT_BYTES + SegmentCipher.PREFIX_BYTES;

  private final ObjectStore store;
  private final SecureRandom random = new SecureRandom();

  public EncryptedObjects(ObjectStore store) {
    this.store = store;
  }

  /**
   * Whose object it is; both are authenticated with every segment.
   *
   * @param batchId its batch
   * @param objectId unique within the batch
   */
  public record Address(String batchId, String objectId) {

    /** Key in the object store. */
    public String key() {
      return batchId + "/" + objectId;
    }
  }

  /**
   * What was written.
   *
   * @param bytes length of the plain content
   * @param digest keyed digest of the plain content, 64 hexadecimal digits
   */
  public record Written(long bytes, String digest) {}

  /**
   * Encrypts a stream to its end. No plain byte reaches a disk.
   *
   * @param dataKey 32 bytes
   * @param digestKey key of the digest, so that nobody without it can test a guess of the content
   */
  public Written write(Address address, byte[] dataKey, Hmac digestKey, InputStream plain)
      throws IOException {
    Mac digest = digestKey.streaming();
    long[] bytes = {0};
    store.write(address.key(), out -> bytes[0] = encrypt(address, dataKey, plain, digest, out));
    return new Written(bytes[0], HexFormat.of().formatHex(digest.doFinal()));
  }

  private long encrypt(
      Address address, byte[] dataKey, InputStream plain, Mac digest, OutputStream out)
      throws IOException {
    byte[] header = SegmentCipher.newHeader(random);
    SegmentCipher cipher = SegmentCipher.of(address, dataKey, header);
    out.write(header);
    byte[] current = plain.readNBytes(SEGMENT_BYTES);
    long bytes = 0;
    for (int number = 0; ; number++) {
      byte[] next = current.length < SEGMENT_BYTES ? new byte[0] : plain.readNBytes(SEGMENT_BYTES);
      digest.update(current);
      bytes += current.length;
      out.write(cipher.seal(number, next.length == 0, current));
      if (next.length == 0) {
        return bytes;
      }
      current = next;
    }
  }

  /**
   * The plain content from an offset on, at most the object's length.
   *
   * @throws DamagedObject if the object was cut, changed, or belongs to another address or key; a
   *     damage further on is thrown by the stream when it gets there
   */
  public InputStream open(Address address, byte[] dataKey, long fromByte) throws IOException {
    long sealed = store.size(address.key()) - HEADER_BYTES;
    long segments = segments(sealed);
    long plainBytes = sealed - segments * AesGcm.TAG_BYTES;
    if (plainBytes < 0 || fromByte > plainBytes || fromByte < 0) {
      throw new DamagedObject(address);
    }
    byte[] header = readHeader(address);
    SegmentCipher cipher = SegmentCipher.of(address, dataKey, header);
    // At the very end the last segment is still opened, so that its tag is checked.
    long first = Math.min(fromByte / SEGMENT_BYTES, segments - 1);
    InputStream raw = store.open(address.key(), HEADER_BYTES + first * SEALED_BYTES);
    DecryptingStream stream = new DecryptingStream(address, cipher, raw, first, segments);
    try {
      stream.skipNBytes(fromByte - first * SEGMENT_BYTES);
      return stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /**
   * The plain content with random access.
   *
   * @throws DamagedObject if the object is shorter than any that was written
   */
  public SeekableByteChannel channel(Address address, byte[] dataKey) throws IOException {
    long sealed = store.size(address.key()) - HEADER_BYTES;
    long plainBytes = sealed - segments(sealed) * AesGcm.TAG_BYTES;
    if (plainBytes < 0) {
      throw new DamagedObject(address);
    }
    return new EncryptedChannel(this, address, dataKey, plainBytes);
  }

  private static long segments(long sealedBytes) {
    return Math.max(1, (sealedBytes + SEALED_BYTES - 1) / SEALED_BYTES);
  }

  private byte[] readHeader(Address address) throws IOException {
    byte[] header = new byte[HEADER_BYTES];
    try (DataInputStream in = new DataInputStream(store.open(address.key(), 0))) {
      in.readFully(header);
    } catch (EOFException e) {
      throw new DamagedObject(address);
    }
    if (!Arrays.equals(
        header,
        0,
        SegmentCipher.MAGIC.length,
        SegmentCipher.MAGIC,
        0,
        SegmentCipher.MAGIC.length)) {
      throw new DamagedObject(address);
    }
    return header;
  }

  /** Removes the object of that key. */
  public void delete(Address address) throws IOException {
    store.delete(address.key());
  }

  /** A stored object is not what was written. */
  public static final class DamagedObject extends IOException {
    DamagedObject(Address address) {
      super(
          "The stored object "
              + address.key()
              + " is damaged or was encrypted under another key. Restore it from a backup.");
    }
  }
}
