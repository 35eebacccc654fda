package io.touchstone.deidentification.cleaning.office.legacy;

import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.ReadBack;
import io.touchstone.deidentification.cleaning.office.container.NewPackage;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Cleans DOC, XLS and PPT. These formats keep what was deleted where no reader of the file can be
 * sure to find it, so nothing of the file stays: the text that a reader sees is taken out, and a
 * new document of today's format is written with it. Layout, pictures and drawings go.
 */
public final class LegacyOfficeCleaner implements Cleaner {

  /** Entries of the container that are worth a count, by what they are. */
  private static final Map<String, String> COUNTED =
      Map.of(
          "\u0005SummaryInformation", "properties",
          "\u0005DocumentSummaryInformation", "properties",
          "Macros", "macro",
          "_VBA_PROJECT_CUR", "macro",
          "ObjectPool", "embedding",
          "_SX_DB_CUR", "pivot",
          "Pictures", "picture");

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.DOC, ObjectType.XLS, ObjectType.PPT);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    Cleanup cleanup = new Cleanup(tools);
    NewPackage written = new NewPackage();
    try (POIFSFileSystem container = open(object)) {
      refuseLocked(container);
      cleanup.removed("layout");
      for (String entry : container.getRoot().getEntryNames()) {
        cleanup.removed(COUNTED.getOrDefault(entry, "stream"), COUNTED.containsKey(entry) ? 1 : 0);
      }
      ObjectType newType = write(container, type, cleanup, written);
      return new Cleaned(written.toByteArray(), newType, cleanup.removed(), 0);
    } catch (NotCleanable refused) {
      return refused.outcome();
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param type of the document that was written, one of today's formats
   */
  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    return ReadBack.of(cleaned);
  }

  private static POIFSFileSystem open(byte[] object) throws IOException {
    return reading(() -> new POIFSFileSystem(new ByteArrayInputStream(object)));
  }

  private static void refuseLocked(POIFSFileSystem container) throws NotCleanable {
    Set<String> entries = container.getRoot().getEntryNames();
    if (entries.contains("_signatures") || entries.contains("_xmlsignatures")) {
      throw NotCleanable.signed();
    }
    if (entries.contains("EncryptedPackage") || entries.contains("EncryptedSummary")) {
      throw NotCleanable.encrypted();
    }
  }

  private static ObjectType write(
      POIFSFileSystem container, ObjectType type, Cleanup cleanup, NewPackage written)
      throws IOException {
    return switch (type) {
      case DOC -> {
        List<String> text = reading(() -> LegacyText.of(container, cleanup));
        FreshDocuments.word(text, cleanup, written);
        yield ObjectType.DOCX;
      }
      case PPT -> {
        List<List<String>> slides = reading(() -> LegacySlides.of(container, cleanup));
        FreshDocuments.slides(slides, cleanup, written);
        yield ObjectType.PPTX;
      }
      default -> {
        LegacySheets sheets = reading(() -> LegacySheets.of(container, cleanup));
        FreshDocuments.workbook(sheets, cleanup, written);
        yield ObjectType.XLSX;
      }
    };
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** The library reports damage by exceptions of all kinds; none of them says what is in a file. */
  private static <T> T reading(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (NotCleanable refused) {
      throw refused;
    } catch (EncryptedDocumentException e) {
      throw NotCleanable.encrypted();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      if (e.getCause() instanceof NotCleanable refused) {
        throw refused;
      }
      throw NotCleanable.unreadable("it is damaged or older than Office 97.");
    }
  }
}
