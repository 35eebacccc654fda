package io.touchstone.deidentification.cleaning.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes everything out of a page that is not on the list of what is known to be harmless. */
final class HtmlTree {

  private static final Set<String> KEPT =
      words(
          "html head title body main article section nav aside header footer h1 h2 h3 h4 h5 h6 p",
          "div span a b strong i em u s strike del ins sub sup small big mark code kbd samp var tt",
          "pre blockquote q cite abbr dfn time address br hr wbr ul ol li dl dt dd figure",
          "figcaption table caption colgroup col thead tbody tfoot tr th td img ruby rb rt rp bdi",
          "bdo center details summary hgroup label legend fieldset form");

  /** Go with all that is in them; any other element goes and leaves what is in it. */
  private static final Set<String> GONE =
      words(
          "script style noscript template iframe frame frameset noframes object embed applet svg",
          "math audio video source track canvas meta link base input textarea select option",
          "optgroup datalist output button map area param portal dialog xml slot keygen");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,4}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,8}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");

  /** What the value of an attribute has to look like; alt and title are texts. */
  private static final Map<String, Pattern> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("colspan", NUMBER),
          Map.entry("rowspan", NUMBER),
          Map.entry("span", NUMBER),
          Map.entry("start", NUMBER),
          Map.entry("value", NUMBER),
          Map.entry("width", Pattern.compile("\\d{1,4}%?")),
          Map.entry("height", Pattern.compile("\\d{1,4}%?")),
          Map.entry("scope", WORD),
          Map.entry("align", WORD),
          Map.entry("valign", WORD),
          Map.entry("dir", Pattern.compile("(?i)ltr|rtl|auto")),
          Map.entry("lang", LANGUAGE),
          Map.entry("type", Pattern.compile("[1aAiI]")));

  private static Set<String> words(String... lines) {
    return Set.of(String.join(" ", lines).split(" "));
  }

  private HtmlTree() {}

  static void keepTheHarmless(Document page, Map<String, Integer> removed) {
    for (Element hidden : HiddenElements.of(page)) {
      if (hidden.parent() != null && !Set.of("html", "body").contains(hidden.normalName())) {
        hidden.remove();
        removed.merge("hidden-element", 1, Integer::sum);
      }
    }
    Map<String, String> anchors = anchors(page);
    List<Node> nodes = new ArrayList<>();
    page.traverse((node, depth) -> nodes.add(node));
    for (Node node : nodes) {
      if (node instanceof Document || node instanceof TextNode text && isPlain(text)) {
        continue;
      }
      if (node instanceof Element element) {
        keepOrDrop(element, anchors, removed);
      } else if (node.parent() != null) {
        removed.merge(node.nodeName().replace("#", ""), 1, Integer::sum);
        node.remove();
      }
    }
  }

  /** CDATA is a text node, too, but is written as it is. */
  private static boolean isPlain(TextNode text) {
    return text.nodeName().equals("#text");
  }

  private static void keepOrDrop(
      Element element, Map<String, String> anchors, Map<String, Integer> removed) {
    String name = element.normalName();
    if (GONE.contains(name)) {
      removed.merge(isForm(name) ? "form-value" : name, 1, Integer::sum);
      if (element.parent() != null) {
        element.remove();
      }
    } else if (!KEPT.contains(name) || !element.tag().namespace().endsWith("/xhtml")) {
      if (element.parent() != null) {
        element.unwrap();
      }
    } else {
      keepAttributes(element, anchors, removed);
    }
  }

  private static boolean isForm(String name) {
    return Set.of("input", "textarea", "select", "option", "button", "output").contains(name);
  }

  private static void keepAttributes(
      Element element, Map<String, String> anchors, Map<String, Integer> removed) {
    for (Attribute attribute : element.attributes().asList()) {
      String name = attribute.getKey();
      String key = name.toLowerCase(Locale.ROOT);
      String value = attribute.getValue();
      if (key.equals("href") && anchors.containsKey(value)) {
        element.attr(name, anchors.get(value));
      } else if (key.equals("id") && anchors.containsKey("#" + value)) {
        element.attr(name, anchors.get("#" + value).substring(1));
      } else if (!isKept(element, key, value)) {
        element.removeAttr(name);
        removed.merge(isAddress(key) ? "address" : "attribute", 1, Integer::sum);
      }
    }
  }

  private static boolean isKept(Element element, String key, String value) {
    if (key.equals("alt") || key.equals("title") || key.equals("aria-label")) {
      return !value.isBlank();
    }
    if (key.equals("src")) {
      return element.normalName().equals("img") && value.startsWith("data:");
    }
    Pattern shape = ATTRIBUTES.get(key);
    return shape != null && shape.matcher(value).matches();
  }

  private static boolean isAddress(String key) {
    return Set.of("href", "src", "srcset", "action", "background", "cite", "ping").contains(key);
  }

  /** References within the page; the names of the places are replaced, because they are words. */
  private static Map<String, String> anchors(Document page) {
    Map<String, String> anchors = new HashMap<>();
    for (Element link : page.select("a[href^=#]")) {
      String target = link.attr("href");
      if (target.length() > 1) {
        anchors.putIfAbsent(target, "#place-" + (anchors.size() + 1));
      }
    }
    return anchors;
  }
}
