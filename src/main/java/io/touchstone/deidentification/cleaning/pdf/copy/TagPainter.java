package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Tag;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.Charset;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Paints a tag in the place of redacted letters, as large as the place allows. */
final class TagPainter {

  private static final PDType1Font HELVETICA = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  private static final Charset LATIN = Charset.forName("windows-1252");

  private TagPainter() {}

  static void paint(Tag tag, ScriptWriter out) throws IOException {
    // The exact width would tell what stood there.
    double step = tag.size() / 2;
    double width = Math.max(1, Math.floor(tag.width() / step + 0.01)) * step;
    AffineTransform place = tag.place();
    out.plain("q");
    out.number(
        "cm",
        place.getScaleX(),
        place.getShearY(),
        place.getShearX(),
        place.getScaleY(),
        place.getTranslateX(),
        place.getTranslateY());
    out.number("g", 0.9);
    out.number("re", 0, -0.22 * tag.size(), width, 1.1 * tag.size());
    out.plain("f");
    if (!tag.text().isEmpty()) {
      text(tag, width, out);
    }
    out.plain("Q");
  }

  private static void text(Tag tag, double width, ScriptWriter out) throws IOException {
    byte[] letters = tag.text().replaceAll("\\p{Cntrl}", " ").getBytes(LATIN);
    double natural = 0;
    for (byte letter : letters) {
      natural += HELVETICA.getWidth(letter & 0xff) / 1000;
    }
    double room = Math.min(0.85, 0.96 * width / (natural * tag.size()));
    // What is too narrow is made lower by one half and narrower by the other.
    double size = room >= 0.85 ? 0.85 : Math.min(0.85, Math.sqrt(room));
    double stretch = Math.min(1, room / size);
    out.number("g", 0.15);
    out.plain("BT");
    out.plain(
        "Tf", out.fontOfTags(), new org.apache.pdfbox.cos.COSFloat((float) (size * tag.size())));
    out.number("Tz", stretch * 100);
    out.number("Tc", 0);
    out.number("Tw", 0);
    out.number("Ts", 0);
    out.number("Tr", 0);
    out.number("Td", 0.02 * width, 0.02 * tag.size());
    out.plain("Tj", new COSString(letters));
    out.plain("ET");
  }
}
