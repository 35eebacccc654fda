package io.touchstone.platform.store;

import io.touchstone.platform.crypto.AesGcm;
import java.io.IOException;
import java.io.InputStream;

/** Opens one segment after the other; a byte is handed out only after its segment's tag fitted. */
final class DecryptingStream extends InputStream {

  private final EncryptedObjects.Address address;
  private final SegmentCipher cipher;
  private final InputStream raw;
  private final long segments;
  private long nextSegment;
  private byte[] plain = new byte[0];
  private int position;

  DecryptingStream(
      EncryptedObjects.Address address,
      SegmentCipher cipher,
      InputStream raw,
      long firstSegment,
      long segments)
      throws IOException {
    this.address = address;
    this.cipher = cipher;
    this.raw = raw;
    this.nextSegment = firstSegment;
    this.segments = segments;
    fill();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == plain.length) {
      if (nextSegment == segments) {
        return -1;
      }
      fill();
    }
    int copied = Math.min(length, plain.length - position);
    System.arraycopy(plain, position, target, offset, copied);
    position += copied;
    return copied;
  }

  private void fill() throws IOException {
    byte[] sealed = raw.readNBytes(EncryptedObjects.SEALED_BYTES);
    try {
      plain = cipher.open((int) nextSegment, nextSegment == segments - 1, sealed);
    } catch (AesGcm.Tampered e) {
      throw new EncryptedObjects.DamagedObject(address);
    }
    position = 0;
    nextSegment++;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
