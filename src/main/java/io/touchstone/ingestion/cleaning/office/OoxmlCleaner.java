package io.touchstone.ingestion.cleaning.office;

import io.touchstone.ingestion.cleaning.AccountedWords;
import io.touchstone.ingestion.cleaning.Cleaner;
import io.touchstone.ingestion.cleaning.Cleaning;
import io.touchstone.ingestion.cleaning.Cleaning.Cleaned;
import io.touchstone.ingestion.cleaning.CleaningTools;
import io.touchstone.ingestion.cleaning.ObjectType;
import io.touchstone.ingestion.cleaning.WordLoss;
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
    } catch (Refused refused) {
      return refused.quarantined();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof Refused refused) {
        return refused.quarantined();
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
      throw Refused.encrypted();
    }
    try (Archive archive = Archive.open(object)) {
      if (!archive.has("[Content_Types].xml")) {
        throw Refused.unreadable("it has no table of its parts.");
      }
      DroppedParts dropped = DroppedParts.of(archive);
      if (dropped.isSigned()) {
        throw Refused.signed();
      }
      Conversion conversion = new Conversion(archive, tools, folder(type));
      Map<String, Relation> relations = conversion.relations("");
      String main =
          conversion
              .target(relations, "officeDocument")
              .orElseThrow(() -> Refused.unreadable("it has no main part."));
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
      throw Refused.unreadable("it is of another kind than its container says.");
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
