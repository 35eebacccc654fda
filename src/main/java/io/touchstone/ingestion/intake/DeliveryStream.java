package io.touchstone.ingestion.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a delivery that broke off from a store that failed: both are input and output faults. */
public final class DeliveryStream extends FilterInputStream {

  public DeliveryStream(InputStream content) {
    super(content);
  }

  /** The sender's side failed. */
  public static final class BrokenOff extends IOException {
    BrokenOff(IOException cause) {
      super("A delivery broke off.", cause);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }
}
