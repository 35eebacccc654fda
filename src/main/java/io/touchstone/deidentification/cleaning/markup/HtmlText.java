package io.touchstone.deidentification.cleaning.markup;

import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.Redacted.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Redacts the text of a page block by block. What inline elements cut into pieces is one text: a
 * name of which one letter is bold is found. The cells of a table's row are one text, too, with
 * tabs between them, because "Name" stands in one cell and the name in the next.
 */
final class HtmlText implements NodeVisitor {

  private static final Set<String> INLINE =
      words(
          "span a b strong i em u s strike del ins sub sup small big mark code kbd samp var tt q",
          "cite abbr dfn time br wbr img ruby rb rt rp bdi bdo label td th");

  private final CleaningTools tools;
  private final List<TextNode> nodes = new ArrayList<>();

  /** Where each node's text starts in the block's. */
  private final List<Integer> starts = new ArrayList<>();

  private final StringBuilder block = new StringBuilder();

  private static Set<String> words(String... lines) {
    return Set.of(String.join(" ", lines).split(" "));
  }

  private HtmlText(CleaningTools tools) {
    this.tools = tools;
  }

  /** Redacts what is read; what stands beside it, such as the page's title, goes before. */
  static void redact(Document page, CleaningTools tools) {
    HtmlText text = new HtmlText(tools);
    page.traverse(text);
    text.endBlock();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      nodes.add(text);
      starts.add(block.length());
      block.append(text.getWholeText());
    } else if (node instanceof Element element) {
      boundary(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && !element.normalName().equals("br")) {
      boundary(element);
    }
  }

  private void boundary(Element element) {
    String name = element.normalName();
    if (!INLINE.contains(name)) {
      endBlock();
    } else if (name.equals("br")) {
      block.append('\n');
    } else if ((name.equals("td") || name.equals("th")) && !block.isEmpty()) {
      if (block.charAt(block.length() - 1) != '\t') {
        block.append('\t');
      }
    }
  }

  private void endBlock() {
    String text = block.toString();
    if (!text.isBlank() && !nodes.get(0).parentNameIs("title")) {
      int from = text.length() - text.stripLeading().length();
      apply(tools.shown(text.strip()).replacements(), from);
    }
    nodes.clear();
    starts.clear();
    block.setLength(0);
  }

  /** Each replacement stands in the node in which its stretch begins. */
  private void apply(List<Replacement> replacements, int shift) {
    int next = 0;
    for (int n = 0; n < nodes.size() && next < replacements.size(); n++) {
      String old = nodes.get(n).getWholeText();
      int start = starts.get(n);
      int end = start + old.length();
      StringBuilder text = new StringBuilder();
      int at = start;
      while (next < replacements.size() && replacements.get(next).start() + shift < end) {
        Replacement replacement = replacements.get(next);
        int first = replacement.start() + shift;
        if (first >= at || first >= start) {
          text.append(old, at - start, Math.max(first, at) - start).append(replacement.by());
        }
        int last = replacement.end() + shift;
        at = Math.max(at, Math.min(last, end));
        if (last > end) {
          break;
        }
        next++;
      }
      text.append(old, at - start, old.length());
      nodes.get(n).text(text.toString());
    }
  }
}
