package io.touchstone.deidentification.cleaning.pdf.page;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;

/** What one document may cost, so that a file made for it takes neither the memory nor the day. */
public final class Budget {

  public static final int PAGES = 2_000;

  /** Instructions of one page, its forms as often as they are painted. */
  private static final int INSTRUCTIONS_OF_A_PAGE = 1_000_000;

  private static final int INSTRUCTIONS = 20_000_000;
  private static final int GLYPHS_OF_A_PAGE = 300_000;

  /** Forms within forms. */
  public static final int DEPTH = 12;

  /** PicturePixels of one picture. */
  public static final long PIXELS = 50_000_000;

  /** Forms painted on one page, each of which is read again. */
  private static final int FORMS_OF_A_PAGE = 20_000;

  private int instructions;
  private int instructionsOfPage;
  private int glyphsOfPage;
  private int formsOfPage;

  public void nextPage() {
    instructionsOfPage = 0;
    glyphsOfPage = 0;
    formsOfPage = 0;
  }

  public void instruction() throws NotCleanable {
    if (++instructionsOfPage > INSTRUCTIONS_OF_A_PAGE || ++instructions > INSTRUCTIONS) {
      throw new NotCleanable(
          Quarantine.BOMB,
          "it has more drawing instructions than can be looked at. Send it in parts.");
    }
  }

  public void form() throws NotCleanable {
    if (++formsOfPage > FORMS_OF_A_PAGE) {
      throw new NotCleanable(
          Quarantine.BOMB,
          "a page paints more than 20,000 drawings within drawings. Send it flattened.");
    }
  }

  void glyph() throws NotCleanable {
    if (++glyphsOfPage > GLYPHS_OF_A_PAGE) {
      throw new NotCleanable(
          Quarantine.BOMB,
          "a page shows more than 300,000 letters. Send the text in another format.");
    }
  }
}
