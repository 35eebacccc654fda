package io.touchstone.platform.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The plain content of an encrypted object with random access; nothing plain reaches a disk. */
final class EncryptedChannel implements SeekableByteChannel {

  private final EncryptedObjects objects;
  private final EncryptedObjects.Address address;
  private final byte[] dataKey;
  private final long size;
  private byte[] segment = new byte[0];
  private long segmentAt = -1;
  private long position;
  private boolean open = true;

  EncryptedChannel(
      EncryptedObjects objects, EncryptedObjects.Address address, byte[] dataKey, long size) {
    this.objects = objects;
    this.address = address;
    this.dataKey = dataKey.clone();
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    long first = position - position % EncryptedObjects.SEGMENT_BYTES;
    if (first != segmentAt) {
      load(first);
    }
    int from = (int) (position - first);
    int read = Math.min(target.remaining(), segment.length - from);
    target.put(segment, from, read);
    position += read;
    return read;
  }

  /**
   * Whoever looks for the directory of an archive reads backwards, a few bytes at a time: a segment
   * is decrypted once for all of them.
   */
  private void load(long first) throws IOException {
    segmentAt = -1;
    try (InputStream in = objects.open(address, dataKey, first)) {
      segment = in.readNBytes((int) Math.min(EncryptedObjects.SEGMENT_BYTES, size - first));
    }
    if (segment.length < Math.min(EncryptedObjects.SEGMENT_BYTES, size - first)) {
      throw new EOFException("The stored object is shorter than it was.");
    }
    segmentAt = first;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long place) {
    if (place < 0) {
      throw new IllegalArgumentException("A place in a channel is not negative.");
    }
    position = place;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
