package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.NotCleanable;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cleans a PPTX: the slides that are shown, and the layouts and masters that they stand on. */
final class SlidesCleaner {

  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.presentationml.";
  private static final String MAIN = "ppt/presentation.xml";
  private static final Set<String> LISTED = Set.of("p:sldId", "p:sldMasterId", "p:sldLayoutId");

  private final Conversion conversion;
  private final Cleanup cleanup;
  private final Map<String, String> slides = new LinkedHashMap<>();
  private final Map<String, String> layouts = new LinkedHashMap<>();
  private final Map<String, String> masters = new LinkedHashMap<>();

  SlidesCleaner(Conversion conversion) {
    this.conversion = conversion;
    cleanup = conversion.cleanup();
  }

  /** Writes the new package. */
  void clean(String part, Element presentation) throws IOException {
    Map<String, Relation> relations = conversion.relations(part);
    conversion.written().relate("", "officeDocument", MAIN);
    for (Element slide : presentation.all("p:sldId")) {
      Optional<Relation> relation =
          slide
              .attribute("r:id")
              .flatMap(id -> Optional.ofNullable(relations.get(id)))
              .filter(r -> r.type().equals("slide") && !r.external());
      if (relation.isPresent() && !slides.containsKey(relation.get().target())) {
        slide(relation.get().target());
      }
    }
    for (Map.Entry<String, String> master : List.copyOf(masters.entrySet())) {
      master(master.getKey(), master.getValue());
    }
    Links links =
        new Links(
            conversion.written(),
            MAIN,
            relations,
            relation ->
                switch (relation.type()) {
                  case "slide" -> Optional.ofNullable(slides.get(relation.target()));
                  case "slideMaster" -> Optional.ofNullable(masters.get(relation.target()));
                  default -> Optional.empty();
                });
    Compatibility.settle(presentation);
    write(MAIN, "presentation.main", presentation, links);
  }

  private void slide(String part) throws IOException {
    Optional<Element> read = conversion.read(part).filter(root -> root.is("p:sld"));
    if (read.isEmpty()) {
      return;
    }
    Element slide = read.get();
    if (slide.attribute("show").filter(show -> !Element.isTrue(show)).isPresent()) {
      cleanup.removed("hidden-slide");
      return;
    }
    String name = conversion.written().newName("ppt/slides/slide", "xml");
    slides.put(part, name);
    Map<String, Relation> relations = conversion.relations(part);
    Links links = settle(slide, name, relations);
    DrawingText.redact(slide, cleanup);
    write(name, "slide", slide, links);
    Optional<String> layout = conversion.target(relations, "slideLayout");
    if (layout.isPresent()) {
      relate(name, "slideLayout", layout(layout.get()));
    }
  }

  private void relate(String part, String type, Optional<String> target) {
    target.ifPresent(name -> conversion.written().relate(part, type, name));
  }

  private Links settle(Element part, String name, Map<String, Relation> relations)
      throws IOException {
    Links links = new Links(conversion.written(), name, relations, this::target);
    Compatibility.settle(part);
    new Diagrams(conversion, relations).toText(part);
    new Drawings(cleanup, links).prune(part);
    for (Element cell : part.all("a:tc")) {
      if (cell.isOn("hMerge") || cell.isOn("vMerge")) {
        cell.all("a:p").forEach(paragraph -> paragraph.setText(""));
      }
    }
    return links;
  }

  private Optional<String> target(Relation relation) throws IOException {
    return relation.type().equals("slideLayout")
        ? Optional.ofNullable(layouts.get(relation.target()))
        : conversion.drawn(relation);
  }

  private Optional<String> layout(String part) throws IOException {
    if (!layouts.containsKey(part)) {
      Optional<Element> read = conversion.read(part).filter(root -> root.is("p:sldLayout"));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      String name = conversion.written().newName("ppt/slideLayouts/slideLayout", "xml");
      layouts.put(part, name);
      Map<String, Relation> relations = conversion.relations(part);
      Links links = settle(read.get(), name, relations);
      onEverySlide(read.get());
      write(name, "slideLayout", read.get(), links);
      Optional<String> master = conversion.target(relations, "slideMaster");
      relate(name, "slideMaster", master.map(this::masterName));
    }
    return Optional.of(layouts.get(part));
  }

  private String masterName(String part) {
    return masters.computeIfAbsent(
        part, unseen -> conversion.written().newName("ppt/slideMasters/slideMaster", "xml"));
  }

  /** A master is cleaned when it is known which of its layouts are used. */
  private void master(String part, String name) throws IOException {
    Element master =
        conversion
            .read(part)
            .filter(root -> root.is("p:sldMaster"))
            .orElseThrow(() -> NotCleanable.unreadable("a master of its slides is not there."));
    Map<String, Relation> relations = conversion.relations(part);
    Links links = settle(master, name, relations);
    onEverySlide(master);
    write(name, "slideMaster", master, links);
    Optional<String> theme = conversion.target(relations, "theme");
    if (theme.isPresent()) {
      String newTheme = conversion.written().newName("ppt/theme/theme", "xml");
      relate(name, "theme", conversion.theme(theme.get(), newTheme));
    }
  }

  /**
   * What a layout or master says stands on every slide, but for the prompts of its places for text,
   * which no slide shows.
   */
  private void onEverySlide(Element part) {
    for (Element shape : part.all("p:sp")) {
      boolean isPlace = shape.child("p:nvSpPr").filter(e -> !e.all("p:ph").isEmpty()).isPresent();
      for (Element body : isPlace ? shape.all("p:txBody") : List.<Element>of()) {
        cleanup.removed("prompt", body.text().isBlank() ? 0 : 1);
        body.all("a:p").forEach(paragraph -> paragraph.setText(""));
      }
    }
    DrawingText.redactEdge(part, cleanup);
  }

  private void write(String name, String type, Element root, Links links) throws IOException {
    Conversion.VOCABULARY.filter(root, new PartValues(cleanup, links, Styles.NONE));
    for (Element list : List.copyOf(root.elements())) {
      list.removeIf(e -> LISTED.contains(e.name()) && e.attribute("r:id").isEmpty());
    }
    root.removeIf(e -> e.name().endsWith("IdLst") && e.children().isEmpty());
    conversion.written().add(name, TYPES + type + "+xml", root);
  }
}
