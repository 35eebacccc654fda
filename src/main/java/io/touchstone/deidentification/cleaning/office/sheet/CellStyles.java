package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.office.part.NumberFormats;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** How the cells of a workbook show numbers. */
public final class CellStyles {

  /** Of a workbook without styles. */
  public static final CellStyles NONE = new CellStyles(List.of());

  private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

  private final List<Format> formats;

  private CellStyles(List<Format> formats) {
    this.formats = formats;
  }

  /**
   * A format of numbers.
   *
   * @param id as the workbook numbers it
   * @param code such as "0.00"
   */
  public record Format(int id, String code) {

    public static final Format PLAIN = new Format(0, NumberFormats.GENERAL);
  }

  /** Reads the part that defines them. */
  static CellStyles of(Element root) {
    Map<Integer, String> codes = new HashMap<>();
    for (Element format : root.all("x:numFmt")) {
      format
          .attribute("formatCode")
          .ifPresent(code -> codes.putIfAbsent(number(format, "numFmtId"), code));
    }
    List<Format> formats = new ArrayList<>();
    root.child("x:cellXfs")
        .ifPresent(
            list ->
                list.elements().forEach(xf -> formats.add(format(number(xf, "numFmtId"), codes))));
    return new CellStyles(formats);
  }

  private static Format format(int id, Map<Integer, String> codes) {
    String builtIn = id < 0 || id > 49 ? null : BuiltinFormats.getBuiltinFormat(id);
    String code = codes.getOrDefault(id, builtIn == null ? NumberFormats.GENERAL : builtIn);
    return new Format(id, code);
  }

  private static int number(Element element, String attribute) {
    return element
        .attribute(attribute)
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .orElse(-1);
  }

  /** The format of cells with that style; numbers as they are if there is no such style. */
  Format format(String style) {
    boolean isKnown = INDEX.matcher(style).matches() && Integer.parseInt(style) < formats.size();
    return isKnown ? formats.get(Integer.parseInt(style)) : Format.PLAIN;
  }
}
