package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.office.part.NumberFormats;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers as a reader sees them: dates as dates, in ISO 8601 because the order of day and month is
 * the reader's computer's; other numbers by their format, and with all digits where there is none.
 */
public final class NumberText {

  private static final int LONGEST_FORMAT = 100;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,21}");

  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
  private final boolean from1904;

  /**
   * @param from1904 whether days are counted from 1904 instead of 1900
   */
  public NumberText(boolean from1904) {
    this.from1904 = from1904;
  }

  /** What a cell shows; the number itself if the format cannot be followed. */
  public String shown(String number, CellStyles.Format format) {
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return number;
    }
    if (isDate(value, format)) {
      return date(value);
    }
    boolean isPlain =
        format.code().equals(NumberFormats.GENERAL) || format.code().length() > LONGEST_FORMAT;
    return isPlain ? digits(number, value) : formatted(number, value, format);
  }

  /** Whether it is a day or a time. */
  boolean isDate(double value, CellStyles.Format format) {
    return value >= 0
        && value < 2_958_466
        && format.code().length() <= LONGEST_FORMAT
        && DateUtil.isADateFormat(format.id(), format.code());
  }

  /** All digits, without an exponent. */
  public String digits(String number) {
    try {
      return digits(number, Double.parseDouble(number));
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static String digits(String number, double value) {
    boolean isLong = Math.abs(value) > 1e21 || (value != 0 && Math.abs(value) < 1e-9);
    return isLong || Double.isNaN(value) || WHOLE.matcher(number).matches()
        ? number
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private String date(double value) {
    LocalDateTime at = DateUtil.getLocalDateTime(value, from1904, true);
    if (at == null) {
      return Double.toString(value);
    }
    String time = at.toLocalTime().withNano(0).toString();
    boolean hasTime = value != Math.floor(value);
    if (value < 1) {
      return time;
    }
    return hasTime ? at.toLocalDate() + " " + time : at.toLocalDate().toString();
  }

  private String formatted(String number, double value, CellStyles.Format format) {
    try {
      return formatter.formatRawCellContents(value, format.id(), format.code(), from1904);
    } catch (RuntimeException e) {
      return digits(number, value);
    }
  }
}
