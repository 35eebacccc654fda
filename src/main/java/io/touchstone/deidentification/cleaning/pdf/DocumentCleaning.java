package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.copy.FontCopier;
import io.touchstone.deidentification.cleaning.pdf.copy.PictureCopier;
import io.touchstone.deidentification.cleaning.pdf.copy.PlainScripts;
import io.touchstone.deidentification.cleaning.pdf.copy.ResourceCopier;
import io.touchstone.deidentification.cleaning.pdf.page.Budget;
import io.touchstone.deidentification.cleaning.pdf.page.Counts;
import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import io.touchstone.deidentification.cleaning.pdf.page.Layers;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import io.touchstone.deidentification.cleaning.pdf.page.PageNotes;
import io.touchstone.deidentification.cleaning.pdf.page.PageReader;
import io.touchstone.deidentification.cleaning.pdf.page.PageReading;
import io.touchstone.deidentification.cleaning.pdf.page.Tag;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Cleans one document, page by page. */
final class DocumentCleaning {

  /** As if chosen once for all documents; a time or a digest would tell of the delivered one. */
  private static final long DOCUMENT_ID = 1;

  /** Letters that nobody can read may be ornaments; more than that share of them is a text. */
  private static final double UNREADABLE_SHARE = 0.05;

  private static final int UNREADABLE_LETTERS = 20;

  /** A few hundred letters that are drawn as outlines have more curves than that. */
  private static final int MANY_CURVES = 5_000;

  private final PDDocument document;
  private final CleaningTools tools;
  private final Counts counts = new Counts();
  private final Budget budget = new Budget();
  private final PageReader reader;
  private final PageNotes notes;
  private final PlainScripts drawings;
  private final ResourceCopier resources;
  private final PageWriter writer;
  private long letters;
  private long unreadable;

  DocumentCleaning(PDDocument document, CleaningTools tools) {
    this.document = document;
    this.tools = tools;
    Layers layers = new Layers(document);
    this.reader = new PageReader(budget, layers);
    this.notes = new PageNotes(document, layers);
    this.drawings = new PlainScripts(budget, layers);
    this.resources =
        new ResourceCopier(new FontCopier(), new PictureCopier(tools, counts), drawings);
    this.writer = new PageWriter(resources);
  }

  Cleaning cleaned() throws IOException {
    LeftBehind.count(document, counts);
    try (PDDocument cleaned = new PDDocument()) {
      cleaned.setDocumentId(DOCUMENT_ID);
      cleaned.setVersion(1.7f);
      for (int number = 0; number < document.getNumberOfPages(); number++) {
        cleaned.addPage(page(number));
      }
      boolean few = unreadable < UNREADABLE_LETTERS && unreadable <= letters / 2;
      if (!few && unreadable > UNREADABLE_SHARE * letters) {
        throw new NotCleanable(
            Quarantine.UNREADABLE,
            "it shows letters without saying which they are. Export it anew from the program that"
                + " made it, or send it as pictures.");
      }
      finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      cleaned.save(out);
      counts.removed("drawn-text", drawings.droppedTexts());
      return new Cleaning.Cleaned(out.toByteArray(), ObjectType.PDF, counts.all(), counts.doubts());
    }
  }

  private void finish() throws IOException {
    try {
      resources.fonts.finish(resources);
    } catch (NotCopyable e) {
      throw new NotCleanable(
          Quarantine.UNREADABLE,
          "the letters of a font are drawn in a way that cannot be checked. Send it with another"
              + " font.");
    }
  }

  private PDPage page(int number) throws IOException {
    budget.nextPage();
    PDPage page = document.getPage(number);
    List<PageNotes.Note> above = notes.of(page, counts);
    PageReading reading = reader.read(page, above);
    int unread = count(reading);
    List<Tag> tags =
        PageRedaction.redact(
            reading.glyphs.stream().filter(g -> g.fate() == Glyph.Fate.STAYS).toList(), tools);
    above.stream().filter(note -> note.look().isEmpty()).forEach(note -> tools.shown(note.words()));
    LeftBehind.annotations(page, above.size(), counts);
    List<Tag> inScan = scanned(page, reading);
    int texts = drawings.droppedTexts();
    if (inScan.isEmpty()) {
      try {
        return writer.page(page, reading, tags);
      } catch (NotCopyable e) {
        // The page's content has no form that is known to be harmless: its look stays.
        return picture(number, tags, unread + drawings.droppedTexts() - texts);
      }
    }
    List<Tag> all = new ArrayList<>(tags);
    all.addAll(inScan);
    return picture(number, all, unread);
  }

  /** Letters of the page that nobody can read. */
  private int count(PageReading reading) {
    int unread = reading.lostStrings;
    int hidden = 0;
    for (Glyph glyph : reading.glyphs) {
      unread += glyph.fate() == Glyph.Fate.UNREADABLE ? 1 : 0;
      hidden += glyph.fate() == Glyph.Fate.HIDDEN ? 1 : 0;
    }
    letters += reading.glyphs.size() - hidden;
    unreadable += unread;
    counts.removed("unreadable-letter", unread);
    counts.removed("hidden-letter", hidden);
    return unread;
  }

  /**
   * Looks at what a reader of scans left over pictures. It tells where the text stands in the
   * picture, but not for sure: a person should look. A picture that fills the page and was never
   * read may hold text, too, and so may a page with many curves.
   */
  private List<Tag> scanned(PDPage page, PageReading reading) {
    List<Glyph> read =
        reading.invisible.stream()
            .filter(
                glyph -> reading.pictures.stream().anyMatch(p -> p.contains(glyph.x(), glyph.y())))
            .toList();
    if (!read.isEmpty()) {
      counts.removed("scan-text-layer");
      counts.doubtful();
      return PageRedaction.redact(read, tools);
    }
    if (reading.curves > MANY_CURVES) {
      counts.removed("outlines-not-read");
      counts.doubtful();
    }
    PDRectangle visible = page.getCropBox();
    double whole = (double) visible.getWidth() * visible.getHeight();
    double covered = 0;
    for (Rectangle2D picture : reading.pictures) {
      covered += picture.getWidth() * picture.getHeight();
    }
    if (covered > whole / 2 && !tools.readsPictures()) {
      counts.removed("picture-text-not-read");
      counts.doubtful();
    }
    return List.of();
  }

  private PDPage picture(int number, List<Tag> tags, int unread) throws IOException {
    if (unread > 0) {
      throw new NotCleanable(
          Quarantine.UNREADABLE,
          "a page shows text that cannot be read and cannot be taken out. Export it anew from the"
              + " program that made it.");
    }
    counts.removed("page-as-picture");
    PagePicture picture = PagePicture.of(document, number, notes::isShown, tags, tools, counts);
    return writer.page(picture, tags);
  }
}
