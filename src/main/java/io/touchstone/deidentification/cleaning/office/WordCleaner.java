package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.container.Links;
import io.touchstone.deidentification.cleaning.office.container.Relation;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Compatibility;
import io.touchstone.deidentification.cleaning.office.part.Conversion;
import io.touchstone.deidentification.cleaning.office.part.Diagrams;
import io.touchstone.deidentification.cleaning.office.part.DrawingText;
import io.touchstone.deidentification.cleaning.office.part.Drawings;
import io.touchstone.deidentification.cleaning.office.part.PartValues;
import io.touchstone.deidentification.cleaning.office.part.Styles;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cleans a DOCX: the body, its headers, footers and notes, and what formats them. */
final class WordCleaner {

  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String MAIN = "word/document.xml";

  private final Conversion conversion;
  private final Cleanup cleanup;
  private final Map<String, String> headers = new HashMap<>();
  private Styles styles = Styles.NONE;
  private boolean evenAndOdd;

  WordCleaner(Conversion conversion) {
    this.conversion = conversion;
    cleanup = conversion.cleanup();
  }

  /** Writes the new package. */
  void clean(String part, Element document) throws IOException {
    Map<String, Relation> relations = conversion.relations(part);
    Optional<Element> styleParts = implicit(relations, "styles");
    styles = styleParts.map(Styles::of).orElse(Styles.NONE);
    Optional<Element> settings = implicit(relations, "settings");
    evenAndOdd = settings.filter(e -> e.hasSwitch("w:evenAndOddHeaders")).isPresent();
    conversion.written().relate("", "officeDocument", MAIN);
    story(document, MAIN, "document.main", relations);
    notes(document, relations, "footnote");
    notes(document, relations, "endnote");
    if (styleParts.isPresent()) {
      related("styles", styleParts.get(), Map.of());
    }
    Optional<Element> numbering = implicit(relations, "numbering");
    if (numbering.isPresent()) {
      numbering.get().all("w:abstractNum").forEach(e -> e.removeIf(c -> c.is("w:name")));
      related("numbering", numbering.get(), Map.of());
    }
    if (settings.isPresent()) {
      related("settings", WordSettings.reduced(settings.get()), Map.of());
    }
    Optional<String> theme = conversion.target(relations, "theme");
    if (theme.isPresent() && conversion.theme(theme.get(), "word/theme/theme1.xml").isPresent()) {
      conversion.written().relate(MAIN, "theme", "word/theme/theme1.xml");
    }
  }

  private Optional<Element> implicit(Map<String, Relation> relations, String type)
      throws IOException {
    Optional<String> target = conversion.target(relations, type);
    return target.isEmpty() ? Optional.empty() : conversion.read(target.get());
  }

  private void related(String type, Element root, Map<String, Relation> relations)
      throws IOException {
    String name = "word/" + type + ".xml";
    conversion.written().relate(MAIN, type, name);
    Links links = new Links(conversion.written(), name, relations, conversion::drawn);
    Compatibility.settle(root);
    conversion.write(name, TYPES + type + "+xml", root, links, styles);
  }

  private void story(Element story, String name, String type, Map<String, Relation> relations)
      throws IOException {
    Links.Targets targets = name.equals(MAIN) ? this::ofBody : conversion::drawn;
    Links links = new Links(conversion.written(), name, relations, targets);
    WordStory.settle(story, cleanup, styles);
    new Diagrams(conversion, relations).toParagraphs(story);
    new Drawings(cleanup, links).prune(story);
    story.all("w:sectPr").forEach(this::headers);
    boolean edge = type.equals("header") || type.equals("footer");
    WordText.redact(story, cleanup, edge);
    if (edge) {
      DrawingText.redactEdge(story, cleanup);
    } else {
      DrawingText.redact(story, cleanup);
    }
    Compatibility.mark(story);
    Conversion.VOCABULARY.filter(story, new PartValues(cleanup, links, styles));
    for (Element section : story.all("w:sectPr")) {
      section.removeIf(e -> e.name().endsWith("erReference") && e.attribute("r:id").isEmpty());
    }
    conversion.written().add(name, TYPES + type + "+xml", story);
  }

  /** Headers that no page shows go. */
  private void headers(Element section) {
    boolean first = section.hasSwitch("w:titlePg");
    int hidden =
        section.removeIf(
            e -> {
              String type = e.attribute("w:type").orElse("");
              return e.name().endsWith("erReference")
                  && ((type.equals("first") && !first) || (type.equals("even") && !evenAndOdd));
            });
    cleanup.removed("hidden-header", hidden);
  }

  /** The body leads to headers, and a header to none. */
  private Optional<String> ofBody(Relation relation) throws IOException {
    if (!Set.of("header", "footer").contains(relation.type())) {
      return conversion.drawn(relation);
    }
    if (headers.containsKey(relation.target())) {
      return Optional.of(headers.get(relation.target()));
    }
    Optional<Element> root =
        conversion.read(relation.target()).filter(e -> e.is("w:hdr") || e.is("w:ftr"));
    if (root.isEmpty()) {
      return Optional.empty();
    }
    String type = root.get().is("w:hdr") ? "header" : "footer";
    String name = conversion.written().newName("word/" + type, "xml");
    headers.put(relation.target(), name);
    story(root.get(), name, type, conversion.relations(relation.target()));
    return Optional.of(name);
  }

  /** Notes that the body refers to, and the lines that part them from the body. */
  private void notes(Element document, Map<String, Relation> relations, String kind)
      throws IOException {
    Optional<String> target = conversion.target(relations, kind + "s");
    Optional<Element> root = implicit(relations, kind + "s");
    if (root.isEmpty() || !root.get().is("w:" + kind + "s")) {
      return;
    }
    List<Element> references = document.all("w:" + kind + "Reference");
    Set<String> ids =
        references.stream().flatMap(e -> e.attribute("w:id").stream()).collect(Collectors.toSet());
    int hidden =
        root.get()
            .removeIf(
                note ->
                    note.attribute("w:type").isEmpty()
                        && !ids.contains(note.attribute("w:id").orElse("")));
    cleanup.removed("hidden-note", hidden);
    String name = "word/" + kind + "s.xml";
    conversion.written().relate(MAIN, kind + "s", name);
    story(root.get(), name, kind + "s", conversion.relations(target.orElseThrow()));
  }
}
