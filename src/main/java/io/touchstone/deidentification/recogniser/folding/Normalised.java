package io.touchstone.deidentification.recogniser.folding;

import java.util.Arrays;

/**
 * A text as recognisers look at it, and where each of its characters comes from. Offsets are UTF-16
 * characters.
 */
public final class Normalised {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Normalised(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** A text that needed nothing; no map is kept. */
  static Normalised unchanged(String text) {
    return new Normalised(text, new int[0], new int[0]);
  }

  /** What the recognisers look at. */
  public String text() {
    return text;
  }

  /** Where in the original the character begins. */
  public int start(int place) {
    return starts.length == 0 ? place : starts[place];
  }

  /** Where in the original the characters before this place end. */
  public int end(int place) {
    return starts.length == 0 || place == 0 ? place : ends[place - 1];
  }

  /** Collects characters with their origin. */
  public static final class Builder {

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    /** Of nothing, for about so many characters. */
    public Builder(int length) {
      text = new StringBuilder(length);
      starts = new int[length + 8];
      ends = new int[length + 8];
    }

    /** That begins with characters of a text as they are. */
    public Builder(String original, int unchanged) {
      text = new StringBuilder(original.length()).append(original, 0, unchanged);
      starts = new int[original.length() + 8];
      ends = new int[original.length() + 8];
      for (int i = 0; i < unchanged; i++) {
        starts[i] = i;
        ends[i] = i + 1;
      }
    }

    public void add(char c, int start, int end) {
      int place = text.length();
      if (place == starts.length) {
        starts = Arrays.copyOf(starts, place * 2);
        ends = Arrays.copyOf(ends, place * 2);
      }
      text.append(c);
      starts[place] = start;
      ends[place] = end;
    }

    public void add(String characters, int start, int end) {
      for (int i = 0; i < characters.length(); i++) {
        add(characters.charAt(i), start, end);
      }
    }

    StringBuilder characters() {
      return text;
    }

    /** Characters so far. */
    public int length() {
      return text.length();
    }

    public Normalised build() {
      return new Normalised(text.toString(), starts, ends);
    }
  }
}
