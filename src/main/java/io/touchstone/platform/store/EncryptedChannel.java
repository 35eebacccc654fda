package io.touchstone.platform.store;

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
  private InputStream stream = InputStream.nullInputStream();
  private long streamAt = -1;
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
    seek();
    byte[] bytes = new byte[Math.min(target.remaining(), EncryptedObjects.SEGMENT_BYTES)];
    int read = stream.read(bytes);
    if (read > 0) {
      target.put(bytes, 0, read);
      position += read;
      streamAt = position;
    }
    return read;
  }

  /** A short way forward is read over, since a new stream opens a segment again. */
  private void seek() throws IOException {
    if (streamAt >= 0
        && position > streamAt
        && position - streamAt < EncryptedObjects.SEGMENT_BYTES) {
      stream.skipNBytes(position - streamAt);
    } else if (position != streamAt) {
      stream.close();
      stream = objects.open(address, dataKey, position);
    }
    streamAt = position;
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
  public void close() throws IOException {
    open = false;
    stream.close();
  }
}
