package io.touchstone.deidentification.cleaning.markup;

import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.UndeclaredText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Entities;

/**
 * HTML. Elements and attributes of a whitelist stay; scripts, styles, comments, hidden elements,
 * forms, embedded documents and every address outside the page go. It is read in the charset in
 * which it says it is, else as undeclared text is, and written as UTF-8.
 */
public final class HtmlCleaner implements Cleaner {

  /** A page is held as a tree, which takes a multiple of its bytes. */
  private static final int MAXIMUM_BYTES = 8 * 1024 * 1024;

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.HTML);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    if (object.length > MAXIMUM_BYTES) {
      return new Cleaning.Quarantined(
          Quarantine.TOO_LARGE, "it is a page of more than 8 MiB. Send it in parts.");
    }
    Document page = Jsoup.parse(new ByteArrayInputStream(object), null, "");
    if (page.charset().equals(StandardCharsets.UTF_8)) {
      UndeclaredText.Reading reading = UndeclaredText.read(object, tools.encoding());
      if (reading instanceof UndeclaredText.Reading.Refused refused) {
        return refused.why();
      }
      page = Jsoup.parse(((UndeclaredText.Reading.Text) reading).text());
    }
    Map<String, Integer> removed = new TreeMap<>();
    return new Cleaning.Cleaned(
        cleaned(page, tools, removed).getBytes(StandardCharsets.UTF_8),
        ObjectType.HTML,
        removed,
        0);
  }

  /**
   * Cleans a page whose characters are known, such as the body of a mail.
   *
   * @param removed counts what goes, added to
   * @return a whole page
   */
  public static String cleaned(String page, CleaningTools tools, Map<String, Integer> removed) {
    return cleaned(Jsoup.parse(page), tools, removed);
  }

  /** Read by code of its own, not by the parser that wrote it. */
  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    return HtmlScan.texts(new String(cleaned, StandardCharsets.UTF_8));
  }

  private static String cleaned(Document page, CleaningTools tools, Map<String, Integer> removed) {
    HtmlTree.keepTheHarmless(page, removed);
    HtmlAlternatives.clean(page, tools, removed);
    HtmlPictures.clean(page, tools, removed);
    HtmlText.redact(page, tools);
    page.charset(StandardCharsets.UTF_8);
    page.prependChild(new DocumentType("html", "", ""));
    page.outputSettings()
        .prettyPrint(false)
        .syntax(Document.OutputSettings.Syntax.html)
        .escapeMode(Entities.EscapeMode.xhtml)
        .charset(StandardCharsets.UTF_8);
    return page.outerHtml();
  }
}
