package io.touchstone.deidentification.cleaning.office.loss;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;

/** What is seen of the body, a header, a footer or the notes of a DOCX. */
final class SeenWordText extends SeenText {

  private static final Set<String> SKIPPED =
      Set.of("del", "moveFrom", "delText", "instrText", "Fallback", "rt", "object");

  private final Set<String> hiddenStyles;
  private final Optional<Set<String>> notes;
  private final Deque<Boolean> fields = new ArrayDeque<>();
  private final Set<String> edges = new HashSet<>();
  private final Set<String> references = new HashSet<>();

  /**
   * @param notes ids of those that are read, if the part is one of notes
   */
  SeenWordText(Set<String> hiddenStyles, Optional<Set<String>> notes) {
    this.hiddenStyles = hiddenStyles;
    this.notes = notes;
  }

  /** Relations to the headers and footers that pages have unless something else is said. */
  Set<String> edges() {
    return edges;
  }

  /** Ids of the notes that the text refers to, each behind the name of its kind. */
  Set<String> references() {
    return references;
  }

  @Override
  Set<String> holders() {
    return Set.of("t");
  }

  @Override
  Set<String> skipped() {
    return SKIPPED;
  }

  @Override
  Set<String> blocks() {
    return Set.of("p", "tab", "br", "cr", "tc", "txbxContent");
  }

  /** Between the beginning of a field and what it shows stands how it is made. */
  @Override
  boolean isQuiet() {
    return fields.contains(true);
  }

  @Override
  void begin(String name, Attributes given) {
    String value = value(given, "val").orElse("");
    switch (name) {
      case "vanish", "specVanish", "rStyle" -> {
        boolean hides = name.equals("rStyle") ? hiddenStyles.contains(value) : isOn(value);
        if (hides && above(1).equals("rPr") && above(2).equals("r")) {
          hide(2);
        }
      }
      case "pStyle" -> {
        if (hiddenStyles.contains(value) && above(2).equals("p")) {
          hide(2);
        }
      }
      case "del", "hidden" -> {
        if (above(1).equals("trPr")) {
          hide(2);
        }
      }
      case "cellDel", "vMerge" -> {
        if (above(1).equals("tcPr") && !value.equals("restart")) {
          hide(2);
        }
      }
      case "fldChar" -> field(value(given, "fldCharType").orElse(""));
      case "headerReference", "footerReference" -> {
        if (value(given, "type").orElse("default").equals("default")) {
          value(given, "id").ifPresent(edges::add);
        }
      }
      case "footnoteReference", "endnoteReference" ->
          value(given, "id").ifPresent(id -> references.add(name + id));
      case "footnote", "endnote" -> {
        String id = name + "Reference" + value(given, "id").orElse("");
        if (notes.filter(read -> !read.contains(id)).isPresent()) {
          hide(0);
        }
      }
      default -> {}
    }
  }

  private void field(String kind) {
    switch (kind) {
      case "begin" -> fields.push(true);
      case "separate" -> {
        if (!fields.isEmpty()) {
          fields.pop();
          fields.push(false);
        }
      }
      case "end" -> fields.poll();
      default -> {}
    }
  }

  private static boolean isOn(String value) {
    return !(value.equals("0") || value.equals("false") || value.equals("off"));
  }
}
