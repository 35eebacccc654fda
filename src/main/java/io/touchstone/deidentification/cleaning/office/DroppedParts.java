package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.container.ZipContainer;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The parts of a package that never stay, counted by what they are. */
record DroppedParts(Map<String, Integer> counts, boolean isSigned) {

  private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

  static {
    kind("docProps/thumbnail.*", "thumbnail");
    kind("docProps/.*", "properties");
    kind(".*/(?:comments|threadedComments)[^/]*(?:/.*)?", "comment");
    kind(".*/(?:people|persons)[^/]*(?:/.*)?", "people");
    kind(".*/(?:commentAuthors|authors)[^/]*", "people");
    kind("customXml/(?!_rels/).*", "custom-xml");
    kind(".*/printerSettings/.*", "printer-settings");
    kind(".*/embeddings/.*", "embedding");
    kind(".*/activeX/.*", "embedding");
    kind(".*/externalLinks/(?!_rels/).*", "external-link");
    kind(".*/pivot(?:Cache|Tables)/(?!_rels/).*", "pivot");
    kind(".*/notesSlides/(?!_rels/).*", "notes");
    kind(".*/diagrams/data[^/]*", "diagram");
    kind(".*/vbaProject[^/]*", "macro");
    kind(".*/fonts/.*", "font");
    kind(".*/glossary/.*", "building-block");
    kind(".*/tables/(?!_rels/).*", "table-definition");
    kind(".*/queryTables/.*|.*/connections.xml", "query");
    kind(".*/(?:webextensions|revisions|ctrlProps|ink|model|slicers|timelines)/.*", "extension");
  }

  private static void kind(String path, String name) {
    KINDS.put(Pattern.compile(path), name);
  }

  /** Looks at the names of all parts and at all relations. */
  static DroppedParts of(ZipContainer archive) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    boolean isSigned = false;
    for (String name : archive.names()) {
      isSigned |= name.startsWith("_xmlsignatures/");
      if (name.endsWith(".rels")) {
        for (Element relation : archive.relations(name)) {
          isSigned |= relation.attribute("Type").orElse("").contains("/digital-signature/");
          if (relation.attribute("TargetMode").orElse("").equals("External")) {
            counts.merge("external-target", 1, Integer::sum);
          }
        }
      } else {
        KINDS.entrySet().stream()
            .filter(kind -> kind.getKey().matcher(name).matches())
            .findFirst()
            .ifPresent(kind -> counts.merge(kind.getValue(), 1, Integer::sum));
      }
    }
    return new DroppedParts(counts, isSigned);
  }
}
