package io.touchstone.deidentification.cleaning.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a written document again: what its pages say, and its strings and names. */
final class PdfScan {

  private PdfScan() {}

  static List<String> texts(PDDocument document) throws IOException {
    List<String> texts = new ArrayList<>();
    Pages pages = new Pages();
    pages.setSortByPosition(true);
    for (String line : pages.getText(document).split("[\\n\\r\\u000B\\u000C]")) {
      if (!line.isBlank()) {
        texts.add(line.strip().replace('\u00a0', ' '));
      }
    }
    strings(document.getDocument().getTrailer(), texts);
    return texts;
  }

  /** The library's reader of pages, which ends a line where a wide gap divides cells or columns. */
  private static final class Pages extends PDFTextStripper {

    private static final double WIDE = 1.6;

    private Optional<TextPosition> last = Optional.empty();

    @Override
    protected void writeString(String text, List<TextPosition> letters) throws IOException {
      TextPosition first = letters.get(0);
      if (last.isPresent() && isFar(last.get(), first)) {
        writeLineSeparator();
      }
      last = Optional.of(letters.get(letters.size() - 1));
      super.writeString(text, letters);
    }

    private static boolean isFar(TextPosition left, TextPosition right) {
      return right.getXDirAdj() - left.getXDirAdj() - left.getWidthDirAdj()
          > WIDE * right.getFontSizeInPt();
    }
  }

  /** Streams are read as pages; what they say of themselves is looked at here. */
  private static void strings(COSDictionary trailer, List<String> texts) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>(List.of(trailer));
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      COSBase base = next instanceof COSObject reference ? reference.getObject() : next;
      if (base == null || !seen.add(base)) {
        continue;
      }
      if (base instanceof COSString string && isText(string)) {
        texts.add(string.getString());
      } else if (base instanceof COSArray array) {
        array.forEach(entry -> push(entry, open));
      } else if (base instanceof COSDictionary dictionary) {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
          if (!entry.getKey().equals(COSName.ID)) {
            push(entry.getValue(), open);
          }
          if (entry.getValue() instanceof COSName name && name.getName().length() > 20) {
            texts.add(name.getName());
          }
        }
      }
    }
  }

  private static void push(COSBase entry, Deque<COSBase> open) {
    if (entry != null) {
      open.push(entry);
    }
  }

  private static boolean isText(COSString string) {
    return string.getBytes().length > 3;
  }
}
