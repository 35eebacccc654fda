package io.touchstone.deidentification.cleaning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * Strings that no recogniser knows, planted into one object, each with the name of its place: where
 * nobody would see them, and where a reader does.
 */
public final class Planted {

  private static final Pattern CODED =
      Pattern.compile("(?is)content-transfer-encoding: *base64.*?\r\n\r\n([A-Za-z0-9+/=\\s]+)");

  private final Map<String, String> unseen = new LinkedHashMap<>();
  private final Map<String, String> seen = new LinkedHashMap<>();

  /** A string for a place that nobody looks at: it has to go. */
  public String unseen(String place) {
    return planted(place, unseen);
  }

  /** A string that a reader of the object sees: it has to be part of the item's text. */
  public String seen(String place) {
    return planted(place, seen);
  }

  private static String planted(String place, Map<String, String> into) {
    String string = Canaries.next();
    into.put(string, place);
    return string;
  }

  /** How many there are. */
  public int size() {
    return unseen.size() + seen.size();
  }

  /** How many of them a reader sees. */
  public int seenSize() {
    return seen.size();
  }

  /** Places of strings that still stand in the object, in whatever coding, and should not. */
  public Set<String> leftIn(byte[] object) throws IOException {
    Set<String> places = new TreeSet<>();
    List<byte[]> parts = new ArrayList<>();
    unpack(object, parts);
    for (byte[] part : parts) {
      unseen.forEach(
          (string, place) -> {
            if (CanarySearch.finds(part, string)) {
              places.add(place);
            }
          });
    }
    return places;
  }

  /** Places of strings that a reader saw and the item's text has not. */
  public Set<String> missingIn(String text) {
    Set<String> places = new TreeSet<>();
    seen.forEach(
        (string, place) -> {
          if (!text.contains(string)) {
            places.add(place);
          }
        });
    return places;
  }

  /** The object, its members, and what is attached to it. */
  private static void unpack(byte[] object, List<byte[]> parts) throws IOException {
    parts.add(object);
    String raw = new String(object, StandardCharsets.ISO_8859_1);
    if (raw.startsWith("PK")) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(object))) {
        while (zip.getNextEntry() != null) {
          parts.add(zip.readAllBytes());
        }
      }
    } else if (!raw.startsWith("%PDF")) {
      Matcher coded = CODED.matcher(raw);
      while (coded.find()) {
        unpack(Base64.getMimeDecoder().decode(coded.group(1)), parts);
      }
    }
  }
}
