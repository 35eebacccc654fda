package io.touchstone.deidentification.cleaning.office.part;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats of numbers, which may spell words between the digits. */
public final class NumberFormats {

  /** The format that adds nothing. */
  public static final String GENERAL = "General";

  private static final int LONGEST = 255;
  private static final int MOST_LITERALS = 12;

  private static final Pattern FORMAT =
      Pattern.compile(
          "(?:\"[^\"]{0,4}\"|\\\\.|_.|\\*.|[0#?.,%/ :;\\-+()@$€£¥]|[dmyhsDMYHS]|AM/PM|A/P"
              + "|General|Standard|E[+-]"
              + "|\\[\\$[^\\]\\-]{0,4}(?:-[0-9A-Fa-f]{1,8})?\\]"
              + "|\\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?[0-9]{1,2})\\]"
              + "|\\[(?:[hms]{1,4}|[<>=]{1,2}-?[0-9.]{1,12})\\])*+",
          Pattern.DOTALL);

  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|\\\\(.)");

  private NumberFormats() {}

  /** The format, or the one that adds nothing if it spells more than a unit. */
  static String harmless(String format) {
    if (format.length() > LONGEST || !FORMAT.matcher(format).matches()) {
      return GENERAL;
    }
    int literals = 0;
    Matcher literal = LITERAL.matcher(format);
    while (literal.find()) {
      literals += literal.group(1) == null ? 1 : literal.group(1).length();
    }
    return literals > MOST_LITERALS ? GENERAL : format;
  }

  /** Whether it shows nothing, whatever the cell holds. */
  public static boolean isHiding(String format) {
    return format.equals(";;") || format.equals(";;;");
  }
}
