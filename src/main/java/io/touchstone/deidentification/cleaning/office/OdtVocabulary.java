package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Pictures;
import io.touchstone.deidentification.cleaning.office.part.Values;
import io.touchstone.deidentification.cleaning.office.part.Vocabulary;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a cleaned OpenDocument text consists of: listed elements, and attributes whose values are
 * numbers, colours or words of the standard.
 */
final class OdtVocabulary {

  private static final Pattern MEASURE =
      Pattern.compile(
          "[-+]?[0-9]{0,9}(?:\\.[0-9]{1,18})?(?:%|mm|cm|in|pt|pc|px|em|\\*)?|#[0-9a-fA-F]{6}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}|[A-Z]{2}|none|zxx");

  /** Names that the program gives: numbered ones, and those of the styles that come with it. */
  private static final Pattern BUILT_IN =
      Pattern.compile(
          "M?(?:P|T|L|fr|gr|pm|dp|Sect|ro|co|ce)[0-9]{1,5}|Standard|Heading(?:_20_[0-9]{1,2})?"
              + "|Text_20_body|List|Caption|Index|Header|Footer|Footnote|Endnote|Table_20_Contents"
              + "|Table_20_Heading|Graphics|Frame|Title|Subtitle|Outline"
              + "|(?:Footnote|Endnote)_20_(?:Symbol|anchor)|Internet_20_link|Quotations"
              + "|(?:List|Numbering)_20_[0-9]|Bullet_20_Symbols|Numbering_20_Symbols|WWNum[0-9]{1,3}");

  private final Set<String> elements = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Map<String, Character> kinds = new HashMap<>();

  private OdtVocabulary() {}

  /** Reads the list that comes with the program. */
  static OdtVocabulary load() {
    OdtVocabulary vocabulary = new OdtVocabulary();
    for (String line : Vocabulary.lines("odt.txt")) {
      List<String> entries = List.of(line.split(" "));
      for (String entry : entries.subList(1, entries.size())) {
        switch (line.charAt(0)) {
          case 'e' -> vocabulary.elements.add(entry);
          case 'w' -> vocabulary.words.add(entry);
          default -> vocabulary.kinds.put(entry, line.charAt(0));
        }
      }
    }
    return vocabulary;
  }

  /** Names of styles that are new to a document, and the pictures that it leads to. */
  static final class Document {

    private final Cleanup cleanup;
    private final Pictures pictures;
    private final Map<String, String> styles = new HashMap<>();
    private int names;

    Document(Cleanup cleanup, Pictures pictures) {
      this.cleanup = cleanup;
      this.pictures = pictures;
    }

    private String style(String name) {
      return BUILT_IN.matcher(name).matches() || name.isEmpty()
          ? name
          : styles.computeIfAbsent(name, unseen -> "Style" + (styles.size() + 1));
    }
  }

  /** Takes out of an element, at all depths, what is not listed. */
  void filter(Element element, Document document) throws IOException {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < element.attributes().size(); i += 2) {
      String name = element.attributes().get(i);
      Optional<String> value = allowed(name, element.attributes().get(i + 1), document);
      if (value.isPresent()) {
        kept.add(name);
        kept.add(value.get());
      }
    }
    element.attributes().clear();
    element.attributes().addAll(kept);
    List<Node> children = new ArrayList<>(element.children().size());
    for (Node child : element.children()) {
      if (child instanceof Element inner && elements.contains(inner.name())) {
        filter(inner, document);
        children.add(inner);
      } else if (child instanceof Element) {
        document.cleanup.removed("markup");
      } else if (holdsText(element)) {
        children.add(child);
      }
    }
    element.setChildren(children);
  }

  private static boolean holdsText(Element element) {
    return Set.of("text:p", "text:h", "text:span", "text:note-citation", "svg:title", "svg:desc")
        .contains(element.name());
  }

  private Optional<String> allowed(String name, String value, Document document)
      throws IOException {
    int colon = name.indexOf(':');
    if (colon < 0 || name.startsWith("?")) {
      return Optional.empty();
    }
    if (name.equals("xlink:href")) {
      return document.pictures.of(value.startsWith("./") ? value.substring(2) : value);
    }
    return switch (kinds.getOrDefault(name, 'w')) {
      case 'S' -> Optional.of(document.style(value));
      case 'F' -> Optional.of(value).filter(OdtVocabulary::isKnownFont);
      case 'L' -> Optional.of(value).filter(v -> LANGUAGE.matcher(v).matches());
      case 'V' -> Optional.of(document.cleanup.label(value));
      case 'N' -> Optional.of("Object" + ++document.names);
      case 'C' -> Optional.of(value).filter(v -> v.codePointCount(0, v.length()) <= 1);
      case 'D' -> Optional.empty();
      default -> Optional.of(value).filter(this::isHarmless);
    };
  }

  /** Whether a style of that name comes with the program or is numbered by it. */
  static boolean isBuiltIn(String name) {
    return BUILT_IN.matcher(name).matches();
  }

  private static boolean isKnownFont(String font) {
    return Values.isKnownFont(font.replaceAll("^'|'$", "").replaceAll("[0-9]$", ""));
  }

  private boolean isHarmless(String value) {
    for (String word : value.trim().split("\\s+")) {
      if (!words.contains(word) && !MEASURE.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }
}
