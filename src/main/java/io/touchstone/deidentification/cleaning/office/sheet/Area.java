package io.touchstone.deidentification.cleaning.office.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of cells; rows and columns count from 1, both ends belong to it. */
public record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  private static final Pattern SHAPE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Z]{1,3})\\$?([0-9]{1,7}))?");

  /** Reads "A1" or "A1:B2"; empty if it is neither. */
  static Optional<Area> of(String reference) {
    Matcher matcher = SHAPE.matcher(reference.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int row = Integer.parseInt(matcher.group(2));
    int column = column(matcher.group(1));
    boolean isCell = matcher.group(3) == null;
    int otherRow = isCell ? row : Integer.parseInt(matcher.group(4));
    int otherColumn = isCell ? column : column(matcher.group(3));
    return Optional.of(
        new Area(
            Math.min(row, otherRow),
            Math.max(row, otherRow),
            Math.min(column, otherColumn),
            Math.max(column, otherColumn)));
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column;
  }

  /** The reference of a cell. */
  public static String reference(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.append(row).toString();
  }
}
