package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Compatibility;
import io.touchstone.deidentification.cleaning.office.part.Styles;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of a story (body, header, note) the one that a reader sees on paper: insertions are
 * accepted, deletions and hidden text go, marks that name people or places go, and what is wrapped
 * in something that goes stays where it was.
 */
final class WordStory {

  /** Wrappers that go while their content stays. */
  private static final Map<String, String> UNWRAPPED =
      Map.ofEntries(
          Map.entry("w:ins", "insertion"),
          Map.entry("w:moveTo", "move"),
          Map.entry("w:smartTag", "smart-tag"),
          Map.entry("w:customXml", "custom-xml"),
          Map.entry("w:hyperlink", "link"),
          Map.entry("w:fldSimple", "field"),
          Map.entry("w:dir", "direction"),
          Map.entry("w:bdo", "direction"),
          Map.entry("w:sdt", "content-control"),
          Map.entry("w:sdtContent", ""),
          Map.entry("w:rubyBase", ""));

  private static final Map<String, String> REMOVED =
      Map.ofEntries(
          Map.entry("w:del", "deletion"),
          Map.entry("w:moveFrom", "move"),
          Map.entry("w:delText", "deletion"),
          Map.entry("w:delInstrText", "deletion"),
          Map.entry("w:instrText", "field"),
          Map.entry("w:rPrChange", "format-change"),
          Map.entry("w:pPrChange", "format-change"),
          Map.entry("w:sectPrChange", "format-change"),
          Map.entry("w:tblPrChange", "format-change"),
          Map.entry("w:tblPrExChange", "format-change"),
          Map.entry("w:tblGridChange", "format-change"),
          Map.entry("w:tcPrChange", "format-change"),
          Map.entry("w:trPrChange", "format-change"),
          Map.entry("w:commentReference", "comment"),
          Map.entry("w:bookmarkStart", "bookmark"),
          Map.entry("w:permStart", "permission"),
          Map.entry("w:object", "embedding"),
          Map.entry("w:control", "embedding"),
          Map.entry("w:altChunk", "embedding"),
          Map.entry("w:subDoc", "embedding"),
          Map.entry("w:contentPart", "ink"),
          Map.entry("w:movie", "embedding"));

  private static final Set<String> PROPERTIES =
      Set.of("w:rPr", "w:pPr", "w:trPr", "w:tcPr", "w:tblPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr");

  private final Cleanup cleanup;
  private final Styles styles;
  private final WordFields fields;
  private final Deque<List<Node>> afterParagraph = new ArrayDeque<>();
  private boolean inHiddenStyle;

  private WordStory(Cleanup cleanup, Styles styles, WordFields fields) {
    this.cleanup = cleanup;
    this.styles = styles;
    this.fields = fields;
  }

  /** Changes the story in place. */
  static void settle(Element story, Cleanup cleanup, Styles styles) {
    Compatibility.settle(story);
    new WordStory(cleanup, styles, new WordFields(story)).children(story);
  }

  private void children(Element parent) {
    List<Node> kept = new ArrayList<>(parent.children().size());
    for (Node child : parent.children()) {
      if (child instanceof Element element) {
        element(parent, element, kept);
      } else {
        kept.add(child);
      }
    }
    parent.setChildren(kept);
  }

  private void element(Element parent, Element element, List<Node> kept) {
    String name = element.name();
    if (PROPERTIES.contains(name)) {
      properties(element);
      kept.add(element);
    } else if (REMOVED.containsKey(name)) {
      cleanup.removed(REMOVED.get(name));
    } else if (UNWRAPPED.containsKey(name)) {
      unwrap(element, kept);
    } else {
      switch (name) {
        case "w:p" -> paragraph(element, kept);
        case "w:r" -> run(element, kept);
        case "w:tr" -> row(element, kept);
        case "w:tc" -> cell(element, kept);
        case "w:pict" -> afterParagraph(element);
        case "w:fldChar" -> {
          fields.take(element);
          cleanup.removed("field");
        }
        case "w:ruby" -> ruby(element, kept);
        default -> inner(parent, element, kept);
      }
    }
  }

  private void inner(Element parent, Element element, List<Node> kept) {
    if (!(parent.is("w:r") && fields.isInCode())) {
      children(element);
      kept.add(element);
    }
  }

  private void unwrap(Element wrapper, List<Node> kept) {
    String what = UNWRAPPED.get(wrapper.name());
    if (!what.isEmpty()) {
      cleanup.removed(what);
    }
    for (Element content : wrapper.elements()) {
      boolean isProperties = content.name().endsWith("Pr");
      if (!isProperties) {
        element(wrapper, content, kept);
      }
    }
  }

  /** Marks of changes within properties are about paragraphs and rows: only the marks go. */
  private void properties(Element properties) {
    int before = properties.children().size();
    properties.removeIf(
        e ->
            REMOVED.containsKey(e.name())
                || UNWRAPPED.containsKey(e.name())
                || e.is("w:moveFrom")
                || e.is("w:moveTo"));
    cleanup.removed("format-change", before - properties.children().size());
    properties.elements().stream()
        .filter(e -> PROPERTIES.contains(e.name()))
        .forEach(this::properties);
  }

  private void paragraph(Element paragraph, List<Node> kept) {
    boolean outer = inHiddenStyle;
    inHiddenStyle = isHiddenBy(paragraph, "w:pPr", "w:pStyle");
    afterParagraph.push(new ArrayList<>());
    children(paragraph);
    kept.add(paragraph);
    kept.addAll(afterParagraph.pop());
    inHiddenStyle = outer;
  }

  private void run(Element run, List<Node> kept) {
    if (isHidden(run)) {
      run.all("w:fldChar").forEach(fields::take);
      cleanup.removed("hidden-text");
      return;
    }
    children(run);
    kept.add(run);
  }

  private boolean isHidden(Element run) {
    Optional<Element> vanish = run.child("w:rPr").flatMap(rPr -> rPr.child("w:vanish"));
    return vanish
        .map(e -> Element.isTrue(e.attribute("w:val").orElse("1")))
        .orElse(inHiddenStyle || isHiddenBy(run, "w:rPr", "w:rStyle"));
  }

  private boolean isHiddenBy(Element element, String properties, String style) {
    return element
        .child(properties)
        .flatMap(e -> e.child(style))
        .flatMap(e -> e.attribute("w:val"))
        .filter(styles::isHidden)
        .isPresent();
  }

  private void row(Element row, List<Node> kept) {
    Optional<Element> properties = row.child("w:trPr");
    if (properties.flatMap(e -> e.child("w:del")).isPresent()) {
      cleanup.removed("deletion");
    } else if (properties.filter(e -> e.hasSwitch("w:hidden")).isPresent()) {
      cleanup.removed("hidden-text");
    } else {
      children(row);
      kept.add(row);
    }
  }

  /** A deleted cell, or one under another that it is merged with, stays empty for the grid. */
  private void cell(Element cell, List<Node> kept) {
    Optional<Element> properties = cell.child("w:tcPr");
    boolean isDeleted = properties.flatMap(e -> e.child("w:cellDel")).isPresent();
    boolean isCovered =
        properties
            .flatMap(e -> e.child("w:vMerge"))
            .filter(e -> !e.attribute("w:val").orElse("").equals("restart"))
            .isPresent();
    if (isDeleted || isCovered) {
      cleanup.removed(isDeleted ? "deletion" : "hidden-cell", cell.text().isEmpty() ? 0 : 1);
      Element empty = new Element("w:tc");
      properties.ifPresent(empty::add);
      kept.add(empty.add(new Element("w:p")));
    } else {
      children(cell);
      if (cell.elements().stream().noneMatch(e -> e.is("w:p"))) {
        cell.add(new Element("w:p"));
      }
      kept.add(cell);
    }
  }

  /** The reading aid of a word goes, the word stays. */
  private void ruby(Element ruby, List<Node> kept) {
    cleanup.removed("reading-aid");
    ruby.child("w:rubyBase").stream()
        .flatMap(base -> base.elements().stream())
        .flatMap(run -> run.elements().stream())
        .filter(content -> !content.is("w:rPr"))
        .forEach(content -> element(ruby, content, kept));
  }

  /**
   * Drawings of the old kind go. What is written in them is read: it follows the paragraph that
   * they are anchored in.
   */
  private void afterParagraph(Element picture) {
    cleanup.removed("drawing");
    for (Element box : picture.all("w:txbxContent")) {
      children(box);
      if (!afterParagraph.isEmpty()) {
        afterParagraph.peek().addAll(box.elements());
      }
    }
  }
}
