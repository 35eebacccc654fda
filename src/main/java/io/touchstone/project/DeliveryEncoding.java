package io.touchstone.project;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a project may say that its texts are written in where they are not UTF-8: the encodings of
 * one byte a character of the WHATWG Encoding Standard, section 4.2, by its names, as far as Java
 * knows them. Encodings of several bytes are left out: their texts are UTF-8 by chance too often.
 */
public final class DeliveryEncoding {

  /** Names of the standard that Java calls otherwise, or that the standard reads as another one. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "iso-8859-1", "windows-1252",
          "iso-8859-9", "windows-1254",
          "iso-8859-11", "x-windows-874",
          "windows-874", "x-windows-874",
          "iso-8859-8-i", "iso-8859-8",
          "macintosh", "x-MacRoman",
          "x-mac-cyrillic", "x-MacUkraine");

  private static final List<String> NAMES =
      List.of(
          "ibm866",
          "iso-8859-1",
          "iso-8859-2",
          "iso-8859-3",
          "iso-8859-4",
          "iso-8859-5",
          "iso-8859-6",
          "iso-8859-7",
          "iso-8859-8",
          "iso-8859-8-i",
          "iso-8859-9",
          "iso-8859-11",
          "iso-8859-13",
          "iso-8859-15",
          "iso-8859-16",
          "koi8-r",
          "koi8-u",
          "macintosh",
          "windows-874",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "windows-1257",
          "windows-1258",
          "x-mac-cyrillic");

  private static final Map<String, Charset> KNOWN = known();

  private DeliveryEncoding() {}

  private static Map<String, Charset> known() {
    Map<String, Charset> known = new TreeMap<>();
    for (String name : NAMES) {
      String java = OTHERWISE.getOrDefault(name, name);
      if (Charset.isSupported(java)) {
        known.put(name, Charset.forName(java));
      }
    }
    return known;
  }

  /** The names that this Java knows, in order. */
  public static List<String> names() {
    return List.copyOf(KNOWN.keySet());
  }

  /** The encoding of a name, in whatever case. */
  public static Optional<Charset> of(String name) {
    return Optional.ofNullable(KNOWN.get(name.strip().toLowerCase(Locale.ROOT)));
  }
}
