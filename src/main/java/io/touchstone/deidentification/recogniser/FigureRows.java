package io.touchstone.deidentification.recogniser;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows of a table in running text: a name and the same groups of figures on lines that follow each
 * other. Three columns may look like a telephone number; a list of such numbers does not, because
 * all of its lines are numbers and no line above calls it a table.
 */
final class FigureRows {

  /** Rows that are looked at in each direction. */
  private static final int MOST = 12;

  /** Characters on each side in which they stand. */
  private static final int AROUND = 500;

  private static final Pattern ROW =
      Pattern.compile(
          "[\\p{L}][\\p{L} .-]{0,40}+[:|;]?[ \\t]*+[0-9]{1,4}(?:[ \\t|;]+[0-9]{1,4}){1,11}");

  private static final Pattern NUMBER =
      Pattern.compile("[2-9][0-9]{2}[ ]+[0-9]{3}[ ]+[0-9]{4}|0.*|.*[^0-9 ].*");

  private static final Set<String> TABLE =
      Set.of(
          ("table tables tab tabelle tabellen tableau tabla cuadro tabella tabela tabel tabell"
                  + " tabelka taulukko figure abbildung")
              .split(" "));

  private FigureRows() {}

  /**
   * Whether a stretch stands in one of at least two rows that are not a list of numbers.
   *
   * @param whole ordinary or joined
   */
  static boolean has(String whole, int start, int end) {
    int from = Math.max(0, start - AROUND);
    String text =
        whole.substring(from, Math.min(whole.length(), end + AROUND)).replace(Gap.BREAK, '\n');
    return isRow(text, start - from, end - from);
  }

  private static boolean isRow(String text, int start, int end) {
    int first = text.lastIndexOf('\n', start - 1) + 1;
    int last = lineEnd(text, end);
    String row = text.substring(first, last).strip();
    if (!ROW.matcher(row).matches()) {
      return false;
    }
    String shape = shape(row);
    int rows = 0;
    boolean other = false;
    int line = first;
    for (int i = 0; i < MOST && line > 0; i++) {
      int above = text.lastIndexOf('\n', line - 2) + 1;
      String before = text.substring(above, line - 1).strip();
      if (!shape(before).equals(shape) || !ROW.matcher(before).matches()) {
        return Context.has(before, before.length(), TABLE)
            || goesOn(text, last, shape, rows, other);
      }
      rows++;
      other |= !isNumber(before);
      line = above;
    }
    return goesOn(text, last, shape, rows, other);
  }

  /** The same with the rows below. */
  private static boolean goesOn(String text, int end, String shape, int above, boolean odd) {
    int rows = above;
    boolean other = odd;
    int line = end;
    for (int i = 0; i < MOST && line < text.length(); i++) {
      int next = lineEnd(text, line + 1);
      String below = text.substring(line + 1, next).strip();
      if (!shape(below).equals(shape) || !ROW.matcher(below).matches()) {
        break;
      }
      rows++;
      other |= !isNumber(below);
      line = next;
    }
    return rows > 0 && other;
  }

  private static boolean isNumber(String row) {
    int digit = 0;
    while (digit < row.length() && !Character.isDigit(row.charAt(digit))) {
      digit++;
    }
    return NUMBER.matcher(row.substring(digit)).matches();
  }

  /** The lengths of a row's groups of figures. */
  private static String shape(String row) {
    StringBuilder shape = new StringBuilder();
    int length = 0;
    for (int i = 0; i <= row.length(); i++) {
      if (i < row.length() && Character.isDigit(row.charAt(i))) {
        length++;
      } else if (length > 0) {
        shape.append(length).append(' ');
        length = 0;
      }
    }
    return shape.toString();
  }

  private static int lineEnd(String text, int from) {
    int end = from > text.length() ? -1 : text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
