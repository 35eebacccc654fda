package io.touchstone.deidentification.cleaning.office.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a cleaned package independently: by the DOM of the platform, and strictly. */
public final class CleanPackage {

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private CleanPackage() {}

  public static CleanPackage of(byte[] object) {
    CleanPackage read = new CleanPackage();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(object))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getComment()).isNull();
        assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
        assertThat(read.parts.put(entry.getName(), zip.readAllBytes())).isNull();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  public Set<String> names() {
    return parts.keySet();
  }

  public byte[] bytes(String part) {
    assertThat(parts).containsKey(part);
    return parts.get(part);
  }

  public String string(String part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  public Document xml(String part) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(part)));
    } catch (Exception e) {
      throw new AssertionError(part + " is not well-formed", e);
    }
  }

  /** Texts of all elements of that local name. */
  public List<String> texts(String part, String localName) {
    List<String> texts = new ArrayList<>();
    NodeList found = xml(part).getElementsByTagNameNS("*", localName);
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** Every string of bytes that anybody could look for, unpacked. */
  public String everything() {
    StringBuilder all = new StringBuilder();
    parts.forEach(
        (name, bytes) ->
            all.append(name).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
    return all.toString();
  }

  /**
   * Well-formed parts, a content type for each, relations that lead to parts that are there, ids in
   * the content that are relations, no part that nothing leads to.
   */
  public CleanPackage isConsistent() {
    Set<String> typed = new HashSet<>();
    NodeList overrides = xml("[Content_Types].xml").getElementsByTagNameNS("*", "Override");
    for (int i = 0; i < overrides.getLength(); i++) {
      typed.add(((Element) overrides.item(i)).getAttribute("PartName").substring(1));
    }
    Set<String> reached = new HashSet<>();
    for (String part : parts.keySet()) {
      if (part.endsWith(".rels")) {
        reached.addAll(targets(part).values());
      } else if (part.endsWith(".xml")) {
        idsAreRelations(part);
      }
    }
    Set<String> content = new HashSet<>(parts.keySet());
    content.removeIf(name -> name.endsWith(".rels") || name.equals("[Content_Types].xml"));
    assertThat(typed).isEqualTo(content);
    assertThat(reached).isEqualTo(content);
    return this;
  }

  private Map<String, String> targets(String rels) {
    Map<String, String> targets = new HashMap<>();
    NodeList relations = xml(rels).getElementsByTagNameNS("*", "Relationship");
    for (int i = 0; i < relations.getLength(); i++) {
      Element relation = (Element) relations.item(i);
      assertThat(relation.hasAttribute("TargetMode")).isFalse();
      targets.put(relation.getAttribute("Id"), relation.getAttribute("Target").substring(1));
    }
    return targets;
  }

  private void idsAreRelations(String part) {
    int slash = part.lastIndexOf('/') + 1;
    String rels = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    Set<String> known = parts.containsKey(rels) ? targets(rels).keySet() : Set.of();
    NodeList all = xml(part).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
        org.w3c.dom.Node attribute = all.item(i).getAttributes().item(j);
        if (("" + attribute.getNamespaceURI()).endsWith("officeDocument/2006/relationships")) {
          assertThat(known).as(part).contains(attribute.getNodeValue());
        }
      }
    }
  }
}
