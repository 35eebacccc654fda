package io.touchstone.deidentification.cleaning.office.loss;

import java.util.Set;
import org.xml.sax.Attributes;

/** What is seen of the body of an OpenDocument text. */
final class SeenOdtText extends SeenText {

  private static final Set<String> SKIPPED =
      Set.of(
          "annotation",
          "tracked-changes",
          "hidden-text",
          "hidden-paragraph",
          "ruby-text",
          "forms",
          "scripts",
          "script",
          "event-listeners",
          "object",
          "title",
          "desc",
          "covered-table-cell",
          "note-citation");

  private final Set<String> hiddenStyles;

  SeenOdtText(Set<String> hiddenStyles) {
    this.hiddenStyles = hiddenStyles;
  }

  @Override
  Set<String> holders() {
    return Set.of("p", "h", "span", "a");
  }

  @Override
  Set<String> skipped() {
    return SKIPPED;
  }

  @Override
  Set<String> blocks() {
    return Set.of("p", "h", "note", "frame");
  }

  @Override
  void begin(String name, Attributes given) {
    if (value(given, "style-name").filter(hiddenStyles::contains).isPresent()
        || name.equals("section")
            && value(given, "display").filter(shown -> !shown.equals("true")).isPresent()
        || value(given, "visibility").filter(shown -> !shown.equals("visible")).isPresent()) {
      hide(0);
    }
    if (Set.of("s", "tab", "line-break").contains(name)) {
      write(' ');
    }
  }
}
