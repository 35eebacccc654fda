package io.touchstone.ingestion.strangers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hand-written texts around the identifiers, and neutral sentences to stand before and after them. */
final class Carriers {

  /** A text with one place {} and its language. */
  record Carrier(String language, String before, String after) {

    /** Language of the sentences that may stand around. */
    String spoken() {
      return switch (language) {
        case "us", "uk", "ca", "pw", "key" -> "en";
        default -> language;
      };
    }
  }

  private final Map<String, List<Carrier>> byKind = new LinkedHashMap<>();
  private final Map<String, List<String>> surroundings = new LinkedHashMap<>();

  Carriers(Path resources) throws IOException {
    for (String file : List.of("english.txt", "europe1.txt", "technical.txt")) {
      List<Carrier> current = null;
      for (String line :
          Files.readAllLines(resources.resolve("carriers").resolve(file), StandardCharsets.UTF_8)) {
        if (line.startsWith("[")) {
          current =
              byKind.computeIfAbsent(line.substring(1, line.indexOf(']')), k -> new ArrayList<>());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          current.add(carrier(line));
        }
      }
    }
    for (String line :
        Files.readAllLines(resources.resolve("surroundings.txt"), StandardCharsets.UTF_8)) {
      int bar = line.indexOf("| ");
      surroundings
          .computeIfAbsent(line.substring(0, bar), k -> new ArrayList<>())
          .add(line.substring(bar + 2));
    }
  }

  private static Carrier carrier(String line) {
    int bar = line.indexOf("| ");
    String text = line.substring(bar + 2).replace("\\n", "\n").replace("\\t", "\t");
    int place = text.indexOf("{}");
    if (place < 0 || text.indexOf("{}", place + 1) >= 0) {
      throw new IllegalStateException("not exactly one place: " + line);
    }
    return new Carrier(line.substring(0, bar), text.substring(0, place), text.substring(place + 2));
  }

  List<Carrier> of(String kind) {
    List<Carrier> found = byKind.get(kind);
    if (found == null || found.size() < 12) {
      throw new IllegalStateException("fewer than twelve carriers for " + kind);
    }
    return found;
  }

  List<String> before(String language) {
    return surroundings.getOrDefault(language + "-before", List.of());
  }

  List<String> after(String language) {
    return surroundings.getOrDefault(language + "-after", List.of());
  }
}
