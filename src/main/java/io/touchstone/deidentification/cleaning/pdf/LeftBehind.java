package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.pdf.page.Counts;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Counts what the new document does not take over. */
final class LeftBehind {

  private static final String[][] OF_DOCUMENT = {
    {"Metadata", "xmp"},
    {"Outlines", "bookmarks"},
    {"OpenAction", "action"},
    {"AA", "action"},
    {"AcroForm", "form"},
    {"StructTreeRoot", "structure"},
    {"OCProperties", "layers"},
    {"PageLabels", "page-labels"},
    {"PieceInfo", "private-data"},
    {"Collection", "attachment"}
  };

  private LeftBehind() {}

  /**
   * @param kept notes of the page that stay
   */
  static void annotations(PDPage page, int kept, Counts counts) {
    COSBase annotations = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
    counts.removed("annotation", annotations instanceof COSArray all ? all.size() - kept : 0);
  }

  static void count(PDDocument document, Counts counts) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    if (document.getDocument().getTrailer().containsKey(COSName.INFO)) {
      counts.removed("document-information");
    }
    for (String[] entry : OF_DOCUMENT) {
      if (catalog.containsKey(entry[0])) {
        counts.removed(entry[1]);
      }
    }
    if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
      counts.removed("attachment", names.containsKey(COSName.EMBEDDED_FILES) ? 1 : 0);
      counts.removed("action", names.containsKey(COSName.JAVA_SCRIPT) ? 1 : 0);
    }
    for (PDPage page : document.getPages()) {
      counts.removed("xmp", page.getCOSObject().containsKey(COSName.METADATA) ? 1 : 0);
    }
  }
}
