package io.touchstone.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Whole objects under a key, written once and read from any byte on. A key is one or more segments
 * of lower-case letters, digits, hyphens, underscores and dots, joined by slashes. The methods fit
 * a directory as well as an object service over HTTP.
 */
public interface ObjectStore {

  /**
   * Writes an object whole or not at all: after a return it survives a power cut, after an
   * exception there is nothing under the key.
   */
  void write(String key, Content content) throws IOException;

  /** The object's bytes from an offset on; the caller closes the stream. */
  InputStream open(String key, long fromByte) throws IOException;

  /** Length in bytes. */
  long size(String key) throws IOException;

  /** Removes the object; no error if there is none. */
  void delete(String key) throws IOException;

  /** Shows the keys of the finished objects that were last written before that time. */
  void visitWrittenBefore(Instant time, Consumer<String> visitor) throws IOException;

  /** Removes what writes that never finished have left behind before that time. */
  void removeUnfinished(Instant before) throws IOException;

  /** What an object is filled with. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
