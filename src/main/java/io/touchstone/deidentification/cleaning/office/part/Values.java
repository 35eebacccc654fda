package io.touchstone.deidentification.cleaning.office.part;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides on single values of attributes by the kinds that the lists name. A document's own kinds
 * are decided by who cleans it.
 */
public class Values {

  private static final Set<String> FONTS = Set.copyOf(Vocabulary.lines("fonts.txt"));
  private static final Set<String> TRUTHS =
      Set.of("true", "false", "0", "1", "on", "off", "t", "f");
  private static final String NUMBER_SHAPE =
      "[-+]?[0-9]{0,12}(?:\\.[0-9]{0,18})?(?:[eE][-+]?[0-9]{1,3})?(?:%|mm|cm|in|pt|pc|pi|px)?";
  private static final Pattern NUMBER = Pattern.compile(NUMBER_SHAPE);
  private static final Pattern NUMBER_OR_CELLS =
      Pattern.compile(
          "(?:\\$?[A-Z]{1,3}\\$?[0-9]{1,7}(?::\\$?[A-Z]{1,3}\\$?[0-9]{1,7})?|"
              + NUMBER_SHAPE
              + ")");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{1,20}");
  private static final Pattern GUID =
      Pattern.compile("\\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\\}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2}|-[0-9]{3})?");
  private static final Pattern THEME_FONT = Pattern.compile("\\+m[nj]-(?:lt|ea|cs)");
  private static final Pattern GEOMETRY = Pattern.compile("[-+*/?A-Za-z0-9]{1,10}");
  static final Set<String> GRAPHICS =
      Set.of(
          "http://schemas.openxmlformats.org/drawingml/2006/picture",
          "http://schemas.openxmlformats.org/drawingml/2006/table",
          "http://schemas.openxmlformats.org/drawingml/2006/chart",
          "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
          "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup");

  private final Cleanup cleanup;

  public Values(Cleanup cleanup) {
    this.cleanup = cleanup;
  }

  /**
   * What a value becomes; empty if it goes.
   *
   * @param kind the letter that the list gives it
   */
  Optional<String> allowed(char kind, String value) {
    return switch (kind) {
      case 'b' -> Optional.of(value).filter(TRUTHS::contains);
      case 'n' -> shaped(NUMBER, value);
      case 'x' -> shaped(HEXADECIMAL, value);
      case 'l' -> eachShaped(NUMBER_OR_CELLS, value);
      case 'g' -> shaped(GUID, value);
      case 'L' -> shaped(LANGUAGE, value);
      case 'G' -> eachShaped(GEOMETRY, value);
      case 'C' -> Optional.of(value).filter(s -> s.codePointCount(0, s.length()) <= 2);
      case 'F' -> Optional.of(font(value));
      case 'N' -> Optional.of("Object");
      case 'M' -> Optional.of(NumberFormats.harmless(value));
      case 'U' -> Optional.of(value).filter(GRAPHICS::contains);
      case 'Q' -> eachShaped(Pattern.compile("wps|wpg"), value);
      case 'A' -> Optional.of(cleanup.aside(value));
      case 'E' -> cleanup.alternative(value);
      case 'V' -> Optional.of(cleanup.label(value));
      case 'T' -> Optional.of(value);
      default -> Optional.empty();
    };
  }

  /** An element that no list names went. */
  final void unlisted() {
    cleanup.removed("markup");
  }

  private static Optional<String> shaped(Pattern shape, String value) {
    return Optional.of(value).filter(s -> shape.matcher(s).matches());
  }

  private static Optional<String> eachShaped(Pattern shape, String value) {
    for (String word : value.trim().split("\\s+")) {
      if (!shape.matcher(word).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(value);
  }

  /** Another font than the known ones is a plain one from here on. */
  private static String font(String name) {
    boolean isTheme = name.isEmpty() || THEME_FONT.matcher(name).matches();
    return isTheme || isKnownFont(name) ? name : "Arial";
  }

  /** Whether a font comes with operating systems or office programs. */
  public static boolean isKnownFont(String name) {
    return FONTS.contains(name);
  }
}
