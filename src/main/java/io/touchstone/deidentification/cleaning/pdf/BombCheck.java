package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks every stream of a file once without keeping anything, before the reader of documents
 * does: that one unpacks into memory, the tables of objects even while it opens the file.
 */
final class BombCheck {

  /** Bytes that one stream may unpack to, and all together. */
  private static final long STREAM = 256L * 1024 * 1024;

  private static final long FILE = 1024L * 1024 * 1024;

  /** Streams packed in streams. */
  private static final int LAYERS = 3;

  private static final byte[] START = {'s', 't', 'r', 'e', 'a', 'm'};

  private final byte[] file;
  private final byte[] buffer = new byte[65_536];
  private long total;

  private BombCheck(byte[] file) {
    this.file = file;
  }

  /**
   * @throws NotCleanable if the file would unpack to far more than it is
   */
  static void check(byte[] file) throws NotCleanable {
    new BombCheck(file).check();
  }

  private void check() throws NotCleanable {
    for (int at = 0; at + START.length < file.length; at++) {
      if (file[at] == 's' && starts(at)) {
        at += START.length;
        while (at < file.length && (file[at] == '\r' || file[at] == '\n' || file[at] == ' ')) {
          at++;
        }
        unpack(new ByteArrayInputStream(file, at, file.length - at), LAYERS);
      }
    }
  }

  private boolean starts(int at) {
    for (int i = 1; i < START.length; i++) {
      if (file[at + i] != START[i]) {
        return false;
      }
    }
    return true;
  }

  private void unpack(InputStream packed, int layers) throws NotCleanable {
    try {
      PushbackInputStream in = new PushbackInputStream(packed, 2);
      int first = in.read();
      int second = in.read();
      // The two bytes before every stream of this kind (RFC 1950, 2.2).
      if (second < 0 || (first & 0x0f) != 8 || (first << 8 | second) % 31 != 0) {
        return;
      }
      in.unread(second);
      in.unread(first);
      InflaterInputStream unpacked = new InflaterInputStream(in);
      if (layers > 1) {
        PushbackInputStream inner = new PushbackInputStream(unpacked, 2);
        int one = inner.read();
        int two = inner.read();
        boolean packedAgain = two >= 0 && (one & 0x0f) == 8 && (one << 8 | two) % 31 == 0;
        if (two >= 0) {
          inner.unread(two);
        }
        if (one >= 0) {
          inner.unread(one);
        }
        if (packedAgain && one == 0x78) {
          unpack(inner, layers - 1);
        }
        count(inner);
      } else {
        count(unpacked);
      }
    } catch (NotCleanable e) {
      throw e;
    } catch (IOException e) {
      // What cannot be unpacked here is no bomb; what it is, the reader of documents says.
      return;
    }
  }

  private void count(InputStream in) throws IOException {
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      size += read;
      total += read;
      if (size > STREAM || total > FILE) {
        throw new NotCleanable(
            Quarantine.BOMB, "it would unpack to far more than it is. Send it saved anew.");
      }
    }
  }
}
