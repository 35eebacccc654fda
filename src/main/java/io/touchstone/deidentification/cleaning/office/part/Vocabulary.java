package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.xml.Chars;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements, attributes and shapes of values that a cleaned part consists of. What the list does
 * not name goes, and so does a value that has not the shape that the standard gives it: a name in a
 * place for a colour does not stay.
 */
public final class Vocabulary {

  /** Attributes that their element is there for. */
  private static final Set<String> VALUES = Set.of("w:val", "val", "m:val");

  private final Map<String, Set<String>> sets = new HashMap<>();
  private final Map<String, Map<String, List<String>>> elements = new HashMap<>();

  private Vocabulary() {}

  /** Reads a list that comes with the program. */
  static Vocabulary of(String resource) {
    Vocabulary vocabulary = new Vocabulary();
    lines(resource).forEach(vocabulary::take);
    return vocabulary;
  }

  /** Lines of a list that comes with the program, without comments. */
  public static List<String> lines(String resource) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String line) {
    String[] words = line.split(" ");
    if (words[0].startsWith("=")) {
      sets.put(words[0].substring(1), Set.copyOf(List.of(words).subList(1, words.length)));
      return;
    }
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split("=");
      attributes.put(parts[0], List.of(parts[1].split("\\+")));
    }
    elements.merge(words[0], attributes, Vocabulary::united);
  }

  private static Map<String, List<String>> united(
      Map<String, List<String>> some, Map<String, List<String>> more) {
    Map<String, List<String>> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  /**
   * Takes out of an element, at all depths, what is not listed.
   *
   * @return whether the element still says something; without the value that it is there for, a
   *     program would refuse the document
   */
  public boolean filter(Element element, Values values) {
    Map<String, List<String>> known = elements.getOrDefault(element.name(), Map.of());
    boolean isWhole = attributes(element, known, values);
    List<String> text = known.getOrDefault("#", List.of());
    List<Node> kept = new ArrayList<>(element.children().size());
    for (Node child : element.children()) {
      if (child instanceof Element inner) {
        if (elements.containsKey(inner.name()) && filter(inner, values)) {
          kept.add(inner);
        } else {
          values.unlisted();
        }
      } else if (child instanceof Chars chars) {
        allowed(text, chars.text(), values).map(Chars::new).ifPresent(kept::add);
      } else {
        kept.add(child);
      }
    }
    element.setChildren(kept);
    return isWhole;
  }

  private boolean attributes(Element element, Map<String, List<String>> known, Values values) {
    boolean isWhole = true;
    List<String> kept = new ArrayList<>(element.attributes().size());
    for (int i = 0; i < element.attributes().size(); i += 2) {
      String name = element.attributes().get(i);
      List<String> kinds = known.getOrDefault(name, List.of());
      Optional<String> value =
          name.equals("xml:space")
              ? Optional.of("preserve")
              : allowed(kinds, element.attributes().get(i + 1), values);
      if (value.isPresent()) {
        kept.add(name);
        kept.add(value.get());
      } else {
        isWhole &= !VALUES.contains(name) && !kinds.contains("G");
      }
    }
    element.attributes().clear();
    element.attributes().addAll(kept);
    return isWhole;
  }

  private Optional<String> allowed(List<String> kinds, String value, Values values) {
    for (String kind : kinds) {
      Set<String> set = sets.get(kind);
      Optional<String> allowed =
          set == null
              ? values.allowed(kind.charAt(0), value)
              : Optional.of(value).filter(set::contains);
      if (allowed.isPresent()) {
        return allowed;
      }
    }
    return Optional.empty();
  }
}
