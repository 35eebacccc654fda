package io.touchstone.deidentification.cleaning.office.container;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a part leads to.
 *
 * @param type last word of the relation's type, such as "image"
 * @param target name of a part, or an address outside
 */
public record Relation(String type, String target, boolean external) {

  /** Relations of a part by their ids; of the package itself if the part is "". */
  public static Map<String, Relation> of(ZipContainer archive, String part) throws IOException {
    Map<String, Relation> relations = new LinkedHashMap<>();
    Optional<byte[]> xml = archive.bytes(file(part));
    if (xml.isPresent()) {
      for (Element relation : XmlReader.read(xml.get()).elements()) {
        String type = relation.attribute("Type").orElse("");
        String target = relation.attribute("Target").orElse("");
        boolean external = relation.attribute("TargetMode").orElse("").equals("External");
        relations.put(
            relation.attribute("Id").orElse(""),
            new Relation(
                type.substring(type.lastIndexOf('/') + 1),
                external ? target : resolve(part, target),
                external));
      }
    }
    return relations;
  }

  /** The part that holds the relations of a part. */
  static String file(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private static String resolve(String part, String target) {
    Deque<String> path = new ArrayDeque<>();
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }
}
