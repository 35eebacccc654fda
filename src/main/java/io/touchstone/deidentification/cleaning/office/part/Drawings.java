package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.container.Links;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.util.Map;
import java.util.Set;

/** Takes drawings out of a part that hold what is not cleaned: diagrams, ink, embedded objects. */
public final class Drawings {

  private static final String GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/";

  private static final Map<String, String> GOING =
      Map.of(
          GRAPHIC + "diagram",
          "diagram",
          "http://schemas.openxmlformats.org/presentationml/2006/ole",
          "embedding");

  private static final Set<String> FRAMES =
      Set.of(
          "w:drawing",
          "p:graphicFrame",
          "xdr:graphicFrame",
          "xdr:twoCellAnchor",
          "xdr:oneCellAnchor",
          "xdr:absoluteAnchor");

  private static final Set<String> SHAPES =
      Set.of(
          "p:sp",
          "p:pic",
          "p:grpSp",
          "p:cxnSp",
          "p:graphicFrame",
          "w:drawing",
          "xdr:twoCellAnchor",
          "xdr:oneCellAnchor",
          "xdr:absoluteAnchor",
          "xdr:sp",
          "xdr:pic",
          "xdr:grpSp",
          "xdr:cxnSp",
          "xdr:graphicFrame");

  private final Cleanup cleanup;
  private final Links links;

  public Drawings(Cleanup cleanup, Links links) {
    this.cleanup = cleanup;
    this.links = links;
  }

  /** Changes the part in place. */
  public void prune(Element element) {
    element.removeIf(child -> isHidden(child) || isGoing(child));
    element.elements().forEach(this::prune);
  }

  private boolean isHidden(Element shape) {
    boolean hidden =
        SHAPES.contains(shape.name())
            && shape.stream()
                .filter(e -> e.name().endsWith(":cNvPr") || e.is("wp:docPr"))
                .findFirst()
                .filter(e -> e.isOn("hidden"))
                .isPresent();
    if (hidden) {
      cleanup.removed("hidden-shape");
    }
    return hidden;
  }

  private boolean isGoing(Element frame) {
    if (!FRAMES.contains(frame.name())) {
      return false;
    }
    for (Element data : frame.all("a:graphicData")) {
      String uri = data.attribute("uri").orElse("");
      if (uri.endsWith("/chart") && data.child("c:chart").filter(this::isThere).isEmpty()) {
        cleanup.removed("chart");
        return true;
      }
      if (!Values.GRAPHICS.contains(uri)) {
        cleanup.removed(GOING.getOrDefault(uri, "drawing"));
        return true;
      }
    }
    return false;
  }

  private boolean isThere(Element chart) {
    return chart.attribute("r:id").flatMap(id -> links.find(id, "chart")).isPresent();
  }
}
