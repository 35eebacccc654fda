package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.page.Budget;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Documents that are not cleaned at all. */
final class CleanablePdf {

  private static final int DEPTH = 32;

  private CleanablePdf() {}

  /**
   * A document that opens without a password, but says what its reader may do, is encrypted all the
   * same: whoever made it did not want it changed.
   */
  static void check(PDDocument document) throws NotCleanable {
    if (document.isEncrypted()) {
      throw encrypted();
    }
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSBase form = catalog.getDictionaryObject(COSName.ACRO_FORM);
    if (catalog.getDictionaryObject(COSName.getPDFName("Perms")) instanceof COSDictionary
        || form instanceof COSDictionary fields
            && isSigned(
                fields.getDictionaryObject(COSName.FIELDS), false, new HashSet<>(), DEPTH)) {
      throw new NotCleanable(
          Quarantine.SIGNED,
          "it is signed, and cleaning would break the signature. Send an unsigned copy if the"
              + " signature is not needed.");
    }
    if (document.getNumberOfPages() > Budget.PAGES) {
      throw new NotCleanable(
          Quarantine.TOO_LARGE, "it has more than 2,000 pages. Send it in parts.");
    }
    if (document.getNumberOfPages() < 1) {
      throw new NotCleanable(
          Quarantine.UNREADABLE, "it has no page. Save it anew and send it again.");
    }
  }

  static NotCleanable encrypted() {
    return new NotCleanable(Quarantine.ENCRYPTED, "it is encrypted. Send it without protection.");
  }

  /** A field inherits its kind. */
  private static boolean isSigned(COSBase fields, boolean signature, Set<COSBase> seen, int depth) {
    if (!(fields instanceof COSArray all) || depth == 0 || !seen.add(fields)) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.getObject(i) instanceof COSDictionary field) {
        COSName kind = field.getCOSName(COSName.FT);
        boolean signs = kind == null ? signature : COSName.SIG.equals(kind);
        if (signs && field.getDictionaryObject(COSName.V) != null
            || isSigned(field.getDictionaryObject(COSName.KIDS), signs, seen, depth - 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
