package io.touchstone.release.version;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A data card for the browser: no markup of its own gets through, no address but safe ones. */
public final class CardHtml {

  private static final Pattern METADATA = Pattern.compile("\\A---\\n.*?\\n---\\n", Pattern.DOTALL);
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  private CardHtml() {}

  public static String of(String markdown) {
    return RENDERER.render(PARSER.parse(METADATA.matcher(markdown).replaceFirst("")));
  }
}
