package io.touchstone.ingestion.duplicate;

import io.touchstone.deidentification.recogniser.names.Lexicon;
import io.touchstone.platform.crypto.SipHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of five neighbouring words of a text, as numbers (Broder 1997): two texts resemble each
 * other as much as they have such runs in common. Capitals, diacritics and what stands between
 * words do not count. In scripts that run words together each character is a word.
 *
 * @param hashes of the runs, ascending, each once; of a shorter text the one run that it is; empty
 *     for a text without words
 */
record Shingles(long[] hashes) {

  static final int WORDS = 5;

  /** Nothing secret: the same text has the same runs in every batch. */
  private static final SipHash HASH = SipHash.of(new byte[16]);

  static Shingles of(String text) {
    List<String> words = words(text);
    long[] each = words.stream().mapToLong(HASH::of).toArray();
    int length = Math.min(WORDS, each.length);
    long[] runs = new long[length == 0 ? 0 : each.length - length + 1];
    for (int at = 0; at < runs.length; at++) {
      runs[at] = HASH.of(each, at, at + length);
    }
    return new Shingles(Arrays.stream(runs).sorted().distinct().toArray());
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean ofWord =
          Character.isLetterOrDigit(point)
              || Character.getType(point) == Character.NON_SPACING_MARK;
      boolean alone = ofWord && isWordByItself(point);
      if (start >= 0 && (!ofWord || alone)) {
        words.add(Lexicon.fold(text.substring(start, at)));
        start = -1;
      }
      if (alone) {
        words.add(text.substring(at, next));
      } else if (ofWord && start < 0) {
        start = at;
      }
      at = next;
    }
    if (start >= 0) {
      words.add(Lexicon.fold(text.substring(start)));
    }
    return words;
  }

  private static boolean isWordByItself(int point) {
    return point >= 0xE00
        && switch (Character.UnicodeScript.of(point)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }

  int count() {
    return hashes.length;
  }

  /** Whether there is nothing to compare, as for a picture. */
  boolean isEmpty() {
    return hashes.length == 0;
  }

  /** Jaccard's index (1901), 0 to 1: runs in both of the runs in either. */
  double resemblance(Shingles other) {
    int common = 0;
    int i = 0;
    int k = 0;
    while (i < hashes.length && k < other.hashes.length) {
      int order = Long.compare(hashes[i], other.hashes[k]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
    }
    return (double) common / (hashes.length + other.hashes.length - common);
  }

  /** Whether they resemble each other at least so much; quick where their lengths rule it out. */
  boolean resembles(Shingles other, double least) {
    int smaller = Math.min(count(), other.count());
    int larger = Math.max(count(), other.count());
    return smaller >= least * larger && resemblance(other) >= least;
  }
}
