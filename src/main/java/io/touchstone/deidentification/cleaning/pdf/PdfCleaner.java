package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.WordLoss;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF. What the pages show, answers of forms and notes typed onto them included, is written into a
 * new document, which takes over nothing else: no attachments, scripts, fields, notes that open by
 * a click, bookmarks, metadata, hidden layers, earlier versions. Redacted letters are taken out of
 * the instructions that paint them (decision 0030); a loss of words is counted (decision 0046).
 */
public final class PdfCleaner implements Cleaner {

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.PDF);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    try {
      BombCheck.check(object);
      try (PDDocument document = Loader.loadPDF(object)) {
        CleanablePdf.check(document);
        return new DocumentCleaning(document, tools).cleaned();
      }
    } catch (NotCleanable e) {
      return e.outcome();
    } catch (InvalidPasswordException e) {
      return CleanablePdf.encrypted().outcome();
    } catch (RuntimeException | StackOverflowError e) {
      return new Cleaning.Quarantined(
          Quarantine.UNREADABLE,
          "it is damaged so that it cannot be read. Save it anew and send it again.");
    }
  }

  @Override
  public WordLoss loss(
      byte[] object, ObjectType type, Cleaning.Cleaned cleaned, AccountedWords elsewhere)
      throws IOException {
    try (PDDocument before = Loader.loadPDF(object);
        PDDocument after = Loader.loadPDF(cleaned.object())) {
      return PdfLoss.of(before, after, elsewhere);
    }
  }

  /**
   * Read by another way than the one that finds and removes text: the library's own extraction of
   * text, in which the order of lines and the bounds of words are decided anew, and every string
   * and name of the document outside its pages.
   */
  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    try (PDDocument document = Loader.loadPDF(cleaned)) {
      return PdfScan.texts(document);
    }
  }
}
