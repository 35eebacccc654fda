package io.touchstone.deidentification.cleaning.office.loss;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;

/** Which styles of a DOCX or an OpenDocument text hide what has them, or may. */
final class HidingStyles extends SeenText {

  private final Map<String, String> basedOn = new HashMap<>();
  private final Set<String> hiding = new HashSet<>();
  private String style = "";

  /** Their names, with those of the styles that are based on one. */
  Set<String> names() {
    Set<String> all = new HashSet<>(hiding);
    int before;
    do {
      before = all.size();
      basedOn.forEach(
          (name, base) -> {
            if (all.contains(base)) {
              all.add(name);
            }
          });
    } while (all.size() > before);
    return all;
  }

  @Override
  Set<String> holders() {
    return Set.of();
  }

  @Override
  Set<String> skipped() {
    return Set.of();
  }

  @Override
  Set<String> blocks() {
    return Set.of();
  }

  @Override
  void begin(String name, Attributes given) {
    if (name.equals("style")) {
      Optional<String> id = value(given, "styleId");
      style = id.or(() -> value(given, "name")).orElse("");
      value(given, "parent-style-name").ifPresent(base -> basedOn.put(style, base));
    } else if (name.equals("basedOn")) {
      value(given, "val").ifPresent(base -> basedOn.put(style, base));
    } else if (name.equals("vanish")
        || value(given, "display").filter(shown -> !shown.equals("true")).isPresent()) {
      hiding.add(style);
    }
  }
}
