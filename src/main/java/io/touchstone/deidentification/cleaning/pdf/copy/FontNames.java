package io.touchstone.deidentification.cleaning.pdf.copy;

import java.util.Locale;
import java.util.Set;

/** Names of fonts that are not embedded: a viewer chooses by them what it shows instead. */
final class FontNames {

  private static final Set<String> FAMILIES =
      Set.of(
          ("Helvetica Times Courier Symbol ZapfDingbats Arial ArialMT TimesNewRoman"
                  + " TimesNewRomanPS TimesNewRomanPSMT CourierNew CourierNewPS CourierNewPSMT"
                  + " Calibri Cambria Verdana Georgia Tahoma Garamond Palatino Wingdings Webdings"
                  + " ArialNarrow ArialUnicodeMS SegoeUI TrebuchetMS Consolas SimSun SimHei MingLiU"
                  + " MSMincho MSGothic HeiseiMin-W3 HeiseiKakuGo-W5 KozMinPro-Regular STSong-Light"
                  + " MSung-Light HYSMyeongJo-Medium HYGoThic-Medium Batang Gulim")
              .split(" "));

  private FontNames() {}

  /** The same name if it is a well-known one, else the standard font that comes closest. */
  static String known(String name) {
    String plain = name.replaceFirst("^[A-Z]{6}\\+", "").replace(" ", "");
    int style = plain.indexOf(',') >= 0 ? plain.indexOf(',') : plain.lastIndexOf('-');
    String family = style < 0 ? plain : plain.substring(0, style);
    String rest = style < 0 ? "" : plain.substring(style + 1);
    if (FAMILIES.contains(plain)
        || FAMILIES.contains(family)
            && rest.matches("(?i)(roman|regular|bold|italic|oblique|mt|ps|light){1,4}")) {
      return plain;
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    boolean bold = lower.contains("bold") || lower.contains("black");
    boolean italic = lower.contains("italic") || lower.contains("oblique");
    if (lower.contains("courier") || lower.contains("mono")) {
      return "Courier" + style(bold, italic, "Oblique", "");
    }
    if (lower.contains("times") || lower.contains("serif") && !lower.contains("sans")) {
      return "Times" + style(bold, italic, "Italic", "-Roman");
    }
    return "Helvetica" + style(bold, italic, "Oblique", "");
  }

  private static String style(boolean bold, boolean italic, String slanted, String neither) {
    if (!bold && !italic) {
      return neither;
    }
    return "-" + (bold ? "Bold" : "") + (italic ? slanted : "");
  }
}
