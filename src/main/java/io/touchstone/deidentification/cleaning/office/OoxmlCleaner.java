package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.office.container.Relation;
import io.touchstone.deidentification.cleaning.office.container.ZipContainer;
import io.touchstone.deidentification.cleaning.office.loss.OfficeLoss;
import io.touchstone.deidentification.cleaning.office.part.Conversion;
import io.touchstone.deidentification.cleaning.office.sheet.WorkbookCleaner;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cleans DOCX, XLSX and PPTX. A new package is written, part by part, from what lists of parts,
 * elements, attributes and values allow; nothing is copied whole.
 */
public final class OoxmlCleaner implements Cleaner {

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.DOCX, ObjectType.XLSX, ObjectType.PPTX);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    try {
      return cleaned(object, type, tools);
    } catch (NotCleanable refused) {
      return refused.outcome();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NotCleanable refused) {
        return refused.outcome();
      }
      throw e.getCause();
    }
  }

  /** Cells of a workbook are not counted: what is not hidden in them stays. */
  @Override
  public WordLoss loss(byte[] object, ObjectType type, Cleaned cleaned, AccountedWords elsewhere)
      throws IOException {
    return type == ObjectType.XLSX
        ? WordLoss.NONE
        : OfficeLoss.of(object, cleaned.object(), type, elsewhere);
  }

  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    return ReadBack.of(cleaned);
  }

  private static Cleaning cleaned(byte[] object, ObjectType type, CleaningTools tools)
      throws IOException {
    if (object.length > OLE2.length
        && Arrays.equals(object, 0, OLE2.length, OLE2, 0, OLE2.length)) {
      throw NotCleanable.encrypted();
    }
    try (ZipContainer archive = ZipContainer.open(object)) {
      if (!archive.has("[Content_Types].xml")) {
        throw NotCleanable.unreadable("it has no table of its parts.");
      }
      DroppedParts dropped = DroppedParts.of(archive);
      if (dropped.isSigned()) {
        throw NotCleanable.signed();
      }
      Conversion conversion = new Conversion(archive, tools, folder(type));
      Map<String, Relation> relations = conversion.relations("");
      String main =
          conversion
              .target(relations, "officeDocument")
              .orElseThrow(() -> NotCleanable.unreadable("it has no main part."));
      Element root = conversion.readMain(main);
      clean(conversion, type, main, root);
      conversion.cleanup().removed(dropped.counts());
      return new Cleaned(
          conversion.written().toByteArray(),
          type,
          conversion.cleanup().removed(),
          conversion.cleanup().doubtful());
    }
  }

  private static void clean(Conversion conversion, ObjectType type, String main, Element root)
      throws IOException {
    if (type == ObjectType.DOCX && root.is("w:document")) {
      new WordCleaner(conversion).clean(main, root);
    } else if (type == ObjectType.XLSX && root.is("x:workbook")) {
      new WorkbookCleaner(conversion).clean(main, root);
    } else if (type == ObjectType.PPTX && root.is("p:presentation")) {
      new SlidesCleaner(conversion).clean(main, root);
    } else {
      throw NotCleanable.unreadable("it is of another kind than its container says.");
    }
  }

  private static String folder(ObjectType type) {
    return switch (type) {
      case XLSX -> "xl";
      case PPTX -> "ppt";
      default -> "word";
    };
  }
}
