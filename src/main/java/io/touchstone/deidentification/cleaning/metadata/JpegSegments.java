package io.touchstone.deidentification.cleaning.metadata;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** One pass over the segments of a JPEG: notes which stretches stay and copies them at the end. */
final class JpegSegments {

  private static final int SOF0 = 0xc0;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int SOF15 = 0xcf;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DNL = 0xdc;
  private static final int DRI = 0xdd;
  private static final int APP0 = 0xe0;
  private static final int APP15 = 0xef;
  private static final int COM = 0xfe;

  private final byte[] bytes;
  private final JpegMarks marks = new JpegMarks();
  private final Map<String, Integer> removed = new TreeMap<>();
  private int[] kept = new int[64];
  private int stretches;
  private int frames;
  private int scans;

  JpegSegments(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean hasScan() {
    return frames > 0 && scans > 0;
  }

  /** Goes from the first marker to the end of the picture. */
  void read() throws IOException {
    if (bytes.length < 4 || at(0) != 0xff || at(1) != SOI) {
      throw new IOException("A JPEG does not begin as one.");
    }
    int place = 2;
    while (true) {
      int start = marker(place);
      int marker = at(start + 1);
      if (marker == EOI) {
        int rest = bytes.length - start - 2;
        if (rest > 0) {
          remove("trailer");
        }
        return;
      }
      place = segment(marker, start);
    }
  }

  /** Where the next marker begins; what stands before it is skipped, as decoders do. */
  private int marker(int from) throws IOException {
    int place = from;
    while (place + 1 < bytes.length) {
      if (bytes[place] == -1 && bytes[place + 1] != 0 && bytes[place + 1] != -1) {
        return place;
      }
      place++;
    }
    throw cut();
  }

  private int segment(int marker, int start) throws IOException {
    if (marker >= RST0 && marker <= RST7 || marker == 1) {
      return start + 2;
    }
    if (start + 4 > bytes.length) {
      throw cut();
    }
    int end = start + 2 + (at(start + 2) << 8 | at(start + 3));
    if (end < start + 4 || end > bytes.length) {
      throw cut();
    }
    if (marker >= APP0 && marker <= APP15) {
      remove(marks.note(marker - APP0, bytes, start + 4, end, scans == 0));
    } else if (marker == COM) {
      remove("comment");
    } else {
      requirePicture(marker, start + 4, end);
      int stop = marker == SOS ? scanEnd(end) : end;
      keep(start, stop);
      return stop;
    }
    return end;
  }

  /** Refuses what is no part of a picture, and tables that hold more than they say. */
  private void requirePicture(int marker, int start, int end) throws IOException {
    int length = end - start;
    if (marker == DQT) {
      requireQuantisation(start, end);
    } else if (marker == DHT) {
      requireCodes(start, end);
    } else if (marker == SOS) {
      scans++;
      require(length >= 6 && length == 4 + 2 * at(start));
    } else if (marker == DRI || marker == DNL) {
      require(length == 2);
    } else if (marker == DAC) {
      require(length % 2 == 0 && length <= 64);
    } else {
      require(marker >= SOF0 && marker <= SOF15 && marker != JPG);
      require(length >= 9 && length == 6 + 3 * at(start + 5));
      require(++frames == 1);
    }
  }

  private void requireQuantisation(int start, int end) throws IOException {
    int place = start;
    while (place < end) {
      int precision = at(place) >> 4;
      require(precision <= 1 && (at(place) & 15) <= 3);
      place += 1 + 64 * (precision + 1);
    }
    require(place == end);
  }

  private void requireCodes(int start, int end) throws IOException {
    int place = start;
    while (place + 17 <= end) {
      require((at(place) & 0xef) <= 3);
      int codes = 0;
      for (int i = 1; i <= 16; i++) {
        codes += at(place + i);
      }
      require(codes <= 256);
      place += 17 + codes;
    }
    require(place == end);
  }

  /** Where the coded data of a scan ends: at the first marker that restarts nothing. */
  private int scanEnd(int from) throws IOException {
    int last = bytes.length - 1;
    for (int place = from; place < last; place++) {
      if (bytes[place] == -1) {
        int next = at(place + 1);
        if (next != 0 && next != 0xff && (next < RST0 || next > RST7)) {
          return place;
        }
      }
    }
    throw cut();
  }

  private void keep(int start, int end) {
    if (stretches > 0 && kept[2 * stretches - 1] == start) {
      kept[2 * stretches - 1] = end;
      return;
    }
    if (2 * stretches == kept.length) {
      kept = java.util.Arrays.copyOf(kept, 2 * kept.length);
    }
    kept[2 * stretches] = start;
    kept[2 * stretches + 1] = end;
    stretches++;
  }

  private void remove(String what) {
    if (!what.isEmpty()) {
      removed.merge(what, 1, Integer::sum);
    }
  }

  /** What stays, in order, behind the marks written anew. */
  Stripped stripped() {
    byte[] front = marks.written(removed);
    int size = front.length + 4;
    for (int i = 0; i < stretches; i++) {
      size += kept[2 * i + 1] - kept[2 * i];
    }
    byte[] all = new byte[size];
    all[0] = all[size - 2] = (byte) 0xff;
    all[1] = (byte) SOI;
    all[size - 1] = (byte) EOI;
    System.arraycopy(front, 0, all, 2, front.length);
    int place = 2 + front.length;
    for (int i = 0; i < stretches; i++) {
      int length = kept[2 * i + 1] - kept[2 * i];
      System.arraycopy(bytes, kept[2 * i], all, place, length);
      place += length;
    }
    return new Stripped(all, removed);
  }

  private int at(int place) {
    return bytes[place] & 0xff;
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("A segment of a JPEG is not what it should be.");
    }
  }

  private static IOException cut() {
    return new IOException("A JPEG ends before it is complete.");
  }
}
