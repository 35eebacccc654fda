package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/** A one-page document whose content stream a test writes itself. */
public final class PdfMaker implements AutoCloseable {

  /** How the font of the page is made. */
  public enum Kind {
    STANDARD,
    TRUE_TYPE,
    COMPOSITE
  }

  public final PDDocument document = new PDDocument();
  public final PDPage page = new PDPage(PDRectangle.A4);
  final PDResources resources = new PDResources();
  public final PDFont font;
  private final StringBuilder content = new StringBuilder();

  public PdfMaker(Kind kind) throws IOException {
    font = font(kind);
    resources.put(COSName.getPDFName("F1"), font);
    page.setResources(resources);
    document.addPage(page);
  }

  private PDFont font(Kind kind) throws IOException {
    if (kind == Kind.STANDARD) {
      return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    }
    try (InputStream in =
        PDFont.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      return kind == Kind.TRUE_TYPE
          ? PDTrueTypeFont.load(document, in, WinAnsiEncoding.INSTANCE)
          : PDType0Font.load(document, in, false);
    }
  }

  /** The text as a string of the content, in the font's codes. */
  public String string(String text) throws IOException {
    return "<" + HexFormat.of().formatHex(font.encode(text)) + ">";
  }

  public PdfMaker add(String instructions) {
    content.append(instructions).append('\n');
    return this;
  }

  /** A line of text at a place of the page. */
  public PdfMaker line(double x, double y, String text) throws IOException {
    return add("BT /F1 12 Tf " + x + " " + y + " Td " + string(text) + " Tj ET");
  }

  public static COSStream stream(String content) throws IOException {
    COSStream stream = new COSStream();
    Copying.write(stream, content.getBytes(StandardCharsets.ISO_8859_1));
    return stream;
  }

  public COSStream form(String content) throws IOException {
    COSStream form = stream(content);
    form.setItem(COSName.TYPE, COSName.XOBJECT);
    form.setItem(COSName.SUBTYPE, COSName.FORM);
    form.setItem(COSName.BBOX, new PDRectangle(0, 0, 600, 850).getCOSArray());
    form.setItem(COSName.RESOURCES, resources.getCOSObject());
    return form;
  }

  public void put(String family, String name, org.apache.pdfbox.cos.COSBase object) {
    COSDictionary all = resources.getCOSObject().getCOSDictionary(COSName.getPDFName(family));
    if (all == null) {
      all = new COSDictionary();
      resources.getCOSObject().setItem(COSName.getPDFName(family), all);
    }
    all.setItem(COSName.getPDFName(name), object);
  }

  public byte[] bytes() throws IOException {
    page.getCOSObject().setItem(COSName.CONTENTS, stream(content.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
