package io.touchstone.deidentification.cleaning.metadata;

/** The tags that stand around the frames of an MP3. */
final class Mp3Tags {

  private static final int ID3_HEAD = 10;
  private static final int ID3_OLD = 128;
  private static final int ID3_LONGER = 227;
  private static final int APE = 32;

  private Mp3Tags() {}

  /**
   * Length of the tag that begins there, cut at the end of the bytes; 0 if none does. Of lyrics
   * only the beginning: how long they are stands behind them.
   */
  static int length(byte[] bytes, int place) {
    long length = 0;
    if (begins(bytes, place, "ID3") && place + ID3_HEAD <= bytes.length) {
      // Four bytes of seven bits; a footer repeats the head.
      long size = 0;
      for (int i = 6; i < ID3_HEAD; i++) {
        size = size << 7 | bytes[place + i] & 0x7f;
      }
      length = ID3_HEAD + size + ((bytes[place + 5] & 0x10) != 0 ? ID3_HEAD : 0);
    } else if (begins(bytes, place, "TAG+")) {
      length = ID3_LONGER;
    } else if (begins(bytes, place, "TAG")) {
      length = ID3_OLD;
    } else if (begins(bytes, place, "APETAGEX") && place + APE <= bytes.length) {
      length = ape(bytes, place);
    } else if (begins(bytes, place, "LYRICSBEGIN")) {
      length = "LYRICSBEGIN".length();
    }
    return (int) Math.min(length, bytes.length - place);
  }

  /** A head says how long the items and the foot are; a foot alone is as long as itself. */
  private static long ape(byte[] bytes, int place) {
    long size = 0;
    for (int i = 15; i >= 12; i--) {
      size = size << 8 | bytes[place + i] & 0xff;
    }
    boolean head = (bytes[place + 23] & 0x20) != 0;
    return head ? APE + size : APE;
  }

  private static boolean begins(byte[] bytes, int place, String word) {
    if (place + word.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[place + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
