package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Takes what is no picture out of a JPEG. An orientation goes with it, as it must: in a document
 * the page says how a picture lies.
 *
 * @param bytes the JPEG with its picture alone
 * @param components numbers per pixel
 * @param dropped segments that went
 */
public record PlainJpeg(byte[] bytes, int width, int height, int components, int dropped) {

  /** Empty if the JPEG is damaged. */
  public static Optional<PlainJpeg> of(byte[] jpeg) {
    if (jpeg.length < 4 || (jpeg[0] & 0xff) != 0xff || (jpeg[1] & 0xff) != 0xd8) {
      return Optional.empty();
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(jpeg.length);
    kept.write(jpeg, 0, 2);
    int[] frame = {0, 0, 0};
    int dropped = 0;
    int at = 2;
    while (at + 4 <= jpeg.length) {
      if ((jpeg[at] & 0xff) != 0xff) {
        return Optional.empty();
      }
      int marker = jpeg[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xd9) {
        break;
      }
      int end = at + 2 + (number(jpeg, at + 2));
      if (end > jpeg.length) {
        return Optional.empty();
      }
      boolean scan = marker == 0xda;
      end = scan ? endOfScan(jpeg, end) : end;
      if (isFrame(marker) && end - at >= 10) {
        frame = new int[] {number(jpeg, at + 7), number(jpeg, at + 5), jpeg[at + 9] & 0xff};
      }
      if (isKept(jpeg, marker, at)) {
        kept.write(jpeg, at, end - at);
      } else {
        dropped++;
      }
      at = end;
    }
    kept.write(0xff);
    kept.write(0xd9);
    return frame[0] == 0
        ? Optional.empty()
        : Optional.of(new PlainJpeg(kept.toByteArray(), frame[0], frame[1], frame[2], dropped));
  }

  private static int number(byte[] jpeg, int at) {
    return (jpeg[at] & 0xff) << 8 | jpeg[at + 1] & 0xff;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Of the application's segments one tells of colours. */
  private static boolean isKept(byte[] jpeg, int marker, int at) {
    if (marker == 0xee) {
      return at + 9 <= jpeg.length && jpeg[at + 4] == 'A' && jpeg[at + 5] == 'd';
    }
    return marker >= 0xc0 && marker <= 0xdf;
  }

  private static int endOfScan(byte[] jpeg, int from) {
    int at = from;
    while (at + 1 < jpeg.length) {
      int next = jpeg[at + 1] & 0xff;
      if ((jpeg[at] & 0xff) == 0xff
          && next != 0
          && next != 0xff
          && !(next >= 0xd0 && next <= 0xd7)) {
        return at;
      }
      at++;
    }
    return jpeg.length;
  }
}
