package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Copies embedded fonts without their names, notices and dates. */
final class FontPrograms {

  private final Map<COSStream, COSStream> copies = new IdentityHashMap<>();

  /**
   * @return whether there is one
   * @throws NotCopyable if it is none of the known forms
   */
  boolean copy(COSDictionary from, COSDictionary to) throws IOException {
    for (COSName key : new COSName[] {COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3}) {
      if (from.getDictionaryObject(key) instanceof COSStream given) {
        COSStream copy = copies.get(given);
        if (copy == null) {
          copy = copied(key, given);
          copies.put(given, copy);
        }
        to.setItem(key, copy);
        return true;
      }
    }
    return false;
  }

  private static COSStream copied(COSName key, COSStream given) throws IOException {
    byte[] program = Copying.decoded(given, Copying.MAXIMUM_BYTES);
    try {
      return key == COSName.FONT_FILE ? type1(given, program) : other(key, given, program);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new NotCopyable("damaged font");
    }
  }

  private static COSStream type1(COSStream given, byte[] program) throws IOException {
    int clear = Math.min(Math.max(given.getInt(COSName.LENGTH1, 0), 0), program.length);
    int secret = Math.max(given.getInt(COSName.LENGTH2, 0), 0);
    if (secret == 0 || secret > program.length - clear) {
      secret = program.length - clear;
    }
    // What follows the glyphs is filling; it may as well be anything.
    byte[] kept = Arrays.copyOf(program, clear + secret);
    Type1Header.blank(kept, clear);
    COSStream copy = Copying.stream(kept);
    copy.setInt(COSName.LENGTH1, clear);
    copy.setInt(COSName.LENGTH2, secret);
    copy.setInt(COSName.LENGTH3, 0);
    return copy;
  }

  private static COSStream other(COSName key, COSStream given, byte[] program) throws IOException {
    boolean tables =
        program.length > 4 && (program[0] == 0 || program[0] == 'O' || program[0] == 't');
    if (tables) {
      byte[] kept = FontTables.kept(program);
      COSStream copy = Copying.stream(kept);
      copy.setInt(COSName.LENGTH1, kept.length);
      Copying.name(given, copy, "Subtype", "OpenType");
      return copy;
    }
    if (key == COSName.FONT_FILE3) {
      CompactFont.blank(program);
      COSStream copy = Copying.stream(program);
      Copying.name(given, copy, "Subtype", "Type1C", "CIDFontType0C");
      return copy;
    }
    throw new NotCopyable("font of an unknown form");
  }
}
