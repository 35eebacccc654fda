package io.touchstone.deidentification.cleaning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One search through an object and through whatever in it can be unpacked. */
final class PackedSearch {

  private static final int DEEPEST = 3;

  /** What is unpacked is looked at in windows of this size. */
  private static final int WINDOW = 4 << 20;

  private static final int MEMBER = 30;

  private final BytePatterns patterns;
  private final BitSet found = new BitSet();
  private final List<Inflater> inflaters = new ArrayList<>();
  private final byte[][] windows = new byte[DEEPEST][];
  private final long most;
  private long unpacked;

  /**
   * @param most bytes that are looked at of what the object unpacks to
   */
  PackedSearch(BytePatterns patterns, long most) {
    this.patterns = patterns;
    this.most = most;
  }

  /** The numbers of what stands in the object. */
  BitSet search(byte[] object) {
    patterns.run(BytePatterns.START, object, object.length, found);
    if (hasLines(object, object.length)) {
      patterns.runAcrossLines(BytePatterns.START, object, object.length, found);
    }
    try {
      unpack(object, object.length, 0);
    } finally {
      inflaters.forEach(Inflater::end);
    }
    return found;
  }

  private static boolean hasLines(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Tries every place where a compressed stream may begin. */
  private void unpack(byte[] bytes, int length, int depth) {
    if (depth == DEEPEST) {
      return;
    }
    int place = 0;
    while (place + 2 < length && unpacked < most) {
      if (StreamHead.mayBeAt(bytes, place, length)) {
        place += Math.max(1, inflate(false, bytes, place, length, depth));
      } else if (bytes[place] == 'P' && beginsMember(bytes, place, length)) {
        int start = place + MEMBER + number(bytes, place + 26) + number(bytes, place + 28);
        int taken = start < length ? inflate(true, bytes, start, length, depth) : 0;
        place = taken > 0 ? start + taken : place + 1;
      } else {
        place++;
      }
    }
  }

  /** The head of a deflated member of a ZIP. */
  private static boolean beginsMember(byte[] bytes, int place, int length) {
    return place + MEMBER < length
        && bytes[place + 1] == 'K'
        && bytes[place + 2] == 3
        && bytes[place + 3] == 4
        && number(bytes, place + 8) == 8;
  }

  private static int number(byte[] bytes, int place) {
    return bytes[place] & 0xff | (bytes[place + 1] & 0xff) << 8;
  }

  /**
   * Looks through a stream as far as it can be unpacked.
   *
   * @param raw without head and checksum, as in a ZIP
   * @return bytes that it takes up, 0 if it has no end
   */
  private int inflate(boolean raw, byte[] bytes, int start, int length, int depth) {
    byte[] window = window(length - start, depth);
    Inflater inflater = inflater(raw, depth);
    inflater.reset();
    inflater.setInput(bytes, start, length - start);
    int state = BytePatterns.START;
    int across = BytePatterns.START;
    while (unpacked < most) {
      int filled = fill(inflater, window);
      unpacked += filled;
      boolean same = across == state && !hasLines(window, filled);
      state = patterns.run(state, window, filled, found);
      across = same ? state : patterns.runAcrossLines(across, window, filled, found);
      unpack(window, filled, depth + 1);
      if (inflater.finished()) {
        return length - start - inflater.getRemaining();
      }
      if (filled < window.length) {
        return 0;
      }
    }
    return 0;
  }

  /** As large as the rest of the bytes may need, so that small objects take little memory. */
  private byte[] window(int packed, int depth) {
    int size = (int) Math.min(WINDOW, Math.max(WINDOW >> 6, 16L * packed));
    if (windows[depth] == null || windows[depth].length < size) {
      windows[depth] = new byte[size];
    }
    return windows[depth];
  }

  /** Two for each depth, made when they are needed. */
  private Inflater inflater(boolean raw, int depth) {
    while (inflaters.size() < 2 * (depth + 1)) {
      inflaters.add(new Inflater(inflaters.size() % 2 == 1));
    }
    return inflaters.get(2 * depth + (raw ? 1 : 0));
  }

  /** Fills the window as far as the stream reaches. */
  private static int fill(Inflater inflater, byte[] window) {
    long before = inflater.getBytesWritten();
    int filled = 0;
    try {
      int more = 1;
      while (filled < window.length && !inflater.finished() && more > 0) {
        more = inflater.inflate(window, filled, window.length - filled);
        filled += more;
      }
      return filled;
    } catch (DataFormatException e) {
      // Bytes that look like a stream often are none; what stood before the fault was unpacked.
      return (int) (inflater.getBytesWritten() - before);
    }
  }
}
