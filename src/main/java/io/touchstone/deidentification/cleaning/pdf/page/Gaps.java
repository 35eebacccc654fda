package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;

/**
 * Leaves gaps where letters were. The exact width of a gap tells which of a list of names stood
 * there (Bland, Iyer and Levchenko, "Story Beyond the Eye: Glyph Positions Break PDF Text
 * Redaction", PETS 2023), so that a gap is a multiple of half the font's size.
 */
public final class Gaps {

  /** Half the font's size, in thousandths. */
  private static final int STEP = 500;

  private static final Set<String> MOVING = Set.of("Td", "TD", "Tm", "T*", "BT", "ET");

  /** Width of the open gap, and how much of it has been written, in thousandths. */
  private double exact;

  private long written;

  /** Half the height of the letters that went last, in thousandths of the font's size. */
  private double step = STEP;

  /** A gap ends where the pen is set anew. */
  public void forgetUnless(String operator) {
    if (MOVING.contains(operator)) {
      exact = 0;
      written = 0;
    }
  }

  /**
   * The strings and distances of an instruction without the letters that do not stay.
   *
   * @param given strings and distances
   * @param glyphs letters of each string
   */
  public COSArray without(COSArray given, List<List<Glyph>> glyphs) {
    COSArray kept = new COSArray();
    int string = 0;
    for (COSBase entry : given) {
      if (entry instanceof COSNumber number) {
        if (exact == 0 && written == 0) {
          kept.add(number);
        } else {
          exact -= number.floatValue();
        }
      } else if (entry instanceof COSString text && string < glyphs.size()) {
        letters(text.getBytes(), glyphs.get(string++), kept);
      }
    }
    flush(kept);
    return kept;
  }

  private void letters(byte[] bytes, List<Glyph> glyphs, COSArray kept) {
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    int at = 0;
    for (Glyph glyph : glyphs) {
      if (glyph.fate() == Glyph.Fate.STAYS) {
        flush(kept);
        exact = 0;
        written = 0;
        open.write(bytes, at, glyph.bytes);
      } else {
        add(open, kept);
        exact += glyph.advance;
        step = STEP * glyph.height;
      }
      at += glyph.bytes;
    }
    add(open, kept);
  }

  private static void add(ByteArrayOutputStream open, COSArray kept) {
    if (open.size() > 0) {
      kept.add(new COSString(open.toByteArray()));
      open.reset();
    }
  }

  /** Writes what the gap has grown by; what follows may let it grow on. */
  private void flush(COSArray kept) {
    long whole = Math.round(Math.round(exact / step) * step);
    if (whole != written) {
      kept.add(new COSFloat(written - whole));
      written = whole;
    }
  }
}
