package io.touchstone.deidentification.cleaning.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What people wrote onto a page with a viewer: text in fields of a form, and notes that are typed
 * onto it. Read from the entries themselves, to count what is lost.
 */
final class WrittenOnPages {

  private static final int DEEPEST = 16;
  private static final int HIDDEN_OR_NOT_VIEWED = 1 << 1 | 1 << 5;
  private static final int PASSWORD = 1 << 13;

  private WrittenOnPages() {}

  /** Each answer and note of a page. */
  static List<String> of(PDPage page) {
    List<String> written = new ArrayList<>();
    COSBase annotations = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
    if (annotations instanceof COSArray all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.getObject(i) instanceof COSDictionary note
            && (note.getInt(COSName.F, 0) & HIDDEN_OR_NOT_VIEWED) == 0) {
          of(note).ifPresent(written::add);
        }
      }
    }
    return written;
  }

  private static Optional<String> of(COSDictionary note) {
    String kind = note.getNameAsString(COSName.SUBTYPE, "");
    if (kind.equals("FreeText")) {
      return Optional.ofNullable(note.getString(COSName.CONTENTS));
    }
    boolean isText =
        kind.equals("Widget")
            && inherited(note, COSName.FT).filter(COSName.getPDFName("Tx")::equals).isPresent()
            && (inherited(note, COSName.FF)
                        .map(
                            flags ->
                                flags instanceof org.apache.pdfbox.cos.COSNumber n
                                    ? n.intValue()
                                    : 0)
                        .orElse(0)
                    & PASSWORD)
                == 0;
    return isText
        ? inherited(note, COSName.V)
            .filter(COSString.class::isInstance)
            .map(value -> ((COSString) value).getString())
        : Optional.empty();
  }

  private static Optional<COSBase> inherited(COSDictionary field, COSName key) {
    COSDictionary at = field;
    for (int depth = 0; depth < DEEPEST && at != null; depth++) {
      COSBase value = at.getDictionaryObject(key);
      if (value != null) {
        return Optional.of(value);
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return Optional.empty();
  }
}
