package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The styles of a word processing document: those that come with the program keep their names, the
 * author's own are numbered.
 */
public final class Styles {

  /** Of a document without styles. */
  public static final Styles NONE = new Styles();

  private static final Pattern BUILT_IN =
      Pattern.compile(
          "(?i)(?:heading|toc|index|List|List Bullet|List Number|List Continue|Body Text"
              + "|Body Text Indent) ?[1-9]?|Normal|Default Paragraph Font|Normal Table|No List"
              + "|Title|Subtitle|Strong|Emphasis|Quote|Intense Quote|Subtle Emphasis"
              + "|Intense Emphasis|Subtle Reference|Intense Reference|Book Title|List Paragraph"
              + "|No Spacing|caption|header|footer|page number|footnote text|footnote reference"
              + "|endnote text|endnote reference|Hyperlink|FollowedHyperlink|Table Grid|Balloon Text"
              + "|Placeholder Text|TOC Heading|Normal \\(Web\\)|Plain Text|Date|Salutation|Closing"
              + "|Signature|Bibliography|table of figures|line number|macro|Block Text"
              + "|(?:Light|Medium|Dark|Colorful|Plain|Grid|List)"
              + " (?:Shading|List|Grid|Table)(?: [1-7])?(?: (?:Light|Dark|Colorful))?"
              + "(?: Accent [1-6])?");

  /** Their ids are their names without spaces. */
  private static final Pattern BUILT_IN_ID =
      Pattern.compile(BUILT_IN.pattern().replace(" ?", "").replace(" ", ""));

  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> hidden = new HashSet<>();

  private Styles() {}

  /** Reads the part that defines them. */
  public static Styles of(Element root) {
    Styles styles = new Styles();
    Map<String, String> basedOn = new HashMap<>();
    int number = 0;
    for (Element style : root.elements()) {
      Optional<String> id = style.attribute("w:styleId");
      if (style.is("w:style") && id.isPresent() && !styles.ids.containsKey(id.get())) {
        String name = value(style, "w:name").orElse("");
        styles.add(id.get(), name, ++number);
        value(style, "w:basedOn").ifPresent(base -> basedOn.put(id.get(), base));
        if (style.child("w:rPr").filter(rPr -> rPr.hasSwitch("w:vanish")).isPresent()) {
          styles.hidden.add(id.get());
        }
      }
    }
    styles.inherit(basedOn);
    return styles;
  }

  private static Optional<String> value(Element style, String child) {
    return style.child(child).flatMap(element -> element.attribute("w:val"));
  }

  /** Whether a style of that name or id comes with the program. */
  public static boolean isBuiltIn(String nameOrId) {
    return BUILT_IN.matcher(nameOrId).matches() || BUILT_IN_ID.matcher(nameOrId).matches();
  }

  private void add(String id, String name, int number) {
    boolean isBuiltIn = BUILT_IN.matcher(name).matches();
    boolean isItsId = isBuiltIn && id.equalsIgnoreCase(name.replace(" ", ""));
    ids.put(id, isItsId ? id : "s" + number);
    if (!name.isEmpty()) {
      names.putIfAbsent(name, isBuiltIn ? name : "Style " + number);
    }
  }

  /** What is based on a hidden style is hidden; chains are short, circles end with the rounds. */
  private void inherit(Map<String, String> basedOn) {
    boolean grew = !hidden.isEmpty();
    while (grew) {
      grew = false;
      for (Map.Entry<String, String> style : basedOn.entrySet()) {
        grew |= hidden.contains(style.getValue()) && hidden.add(style.getKey());
      }
    }
  }

  /** The new id; empty if no such style is defined. */
  Optional<String> id(String id) {
    return Optional.ofNullable(ids.get(id));
  }

  /** The new name; empty for a name that no style has. */
  Optional<String> name(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /** Whether text in it is not shown. */
  public boolean isHidden(String id) {
    return hidden.contains(id);
  }
}
