package io.touchstone.platform.engine.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * An element of a process or table file, read by whatever parser.
 *
 * @param name without its prefix
 * @param attributes by their names without prefixes
 * @param text of its own, children left out
 */
record XmlPart(String name, Map<String, String> attributes, String text, List<XmlPart> children) {

  /** As the engine has read it. */
  static XmlPart of(Element element) {
    Map<String, String> attributes = new HashMap<>();
    for (String key : element.attributes()) {
      attributes.put(key.substring(key.lastIndexOf(':') + 1), element.attribute(key));
    }
    return new XmlPart(
        element.getTagName(),
        attributes,
        Optional.ofNullable(element.getText()).orElse(""),
        element.elements().stream().map(XmlPart::of).toList());
  }

  /** As a document of the platform has it. */
  static XmlPart of(Node element) {
    Map<String, String> attributes = new HashMap<>();
    NamedNodeMap given = element.getAttributes();
    for (int at = 0; at < given.getLength(); at++) {
      attributes.put(given.item(at).getLocalName(), given.item(at).getNodeValue());
    }
    StringBuilder text = new StringBuilder();
    List<XmlPart> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        children.add(of(child));
      } else if (child.getNodeType() == Node.TEXT_NODE
          || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return new XmlPart(element.getLocalName(), attributes, text.toString(), children);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }
}
