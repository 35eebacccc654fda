package io.touchstone.deidentification.cleaning.pdf;

import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.array;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.dictionary;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.n;
import static io.touchstone.deidentification.cleaning.pdf.PdfHiddenPlaces.name;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.touchstone.deidentification.cleaning.pdf.PdfCanaryFiles.Planting;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Places of what the pages of a document use: drawings, inks, fonts, pictures. */
final class PdfHiddenResources {

  private PdfHiddenResources() {}

  static void ofResources(Map<String, Planting> places) {
    places.put(
        "name-of-a-resource",
        (pdf, c) -> {
          pdf.put("ExtGState", c, dictionary("LW", 2));
          pdf.add("/" + c + " gs");
        });
    places.put("unused-resource", (pdf, c) -> pdf.put("XObject", "X9", pdf.form("(" + c + ") Tj")));
    places.put(
        "form-metadata",
        (pdf, c) -> {
          COSStream form = pdf.form("0 0 10 10 re f % " + c);
          form.setItem("Metadata", PdfMaker.stream(c));
          form.setItem("PieceInfo", dictionary("X", c));
          form.setItem("LastModified", new COSString(c));
          form.setItem("Name", name(c));
          pdf.put("XObject", "X1", form);
          pdf.add("/X1 Do");
        });
    places.put(
        "ink",
        (pdf, c) -> {
          pdf.put(
              "ColorSpace",
              "C1",
              array(
                  name("Separation"),
                  name(c),
                  name("DeviceGray"),
                  dictionary("FunctionType", 2, "Domain", array(n(0), n(1)), "N", 1, "X", c)));
          pdf.add("/C1 cs 0.5 scn 10 10 20 20 re f");
        });
    places.put(
        "program-of-an-ink",
        (pdf, c) -> {
          COSStream program = PdfMaker.stream("{ 1 exch sub % " + c + "\n }");
          program.setItem("FunctionType", n(4));
          program.setItem("Domain", array(n(0), n(1)));
          program.setItem("Range", array(n(0), n(1)));
          pdf.put(
              "ColorSpace",
              "C1",
              array(name("Separation"), name("Spot"), name("DeviceGray"), program));
          pdf.add("/C1 cs 0.5 scn 10 10 20 20 re f");
        });
    places.put(
        "profile",
        (pdf, c) -> {
          COSStream profile = PdfMaker.stream(c);
          profile.setItem("N", n(3));
          pdf.put("ColorSpace", "C1", array(name("ICCBased"), profile));
          pdf.add("/C1 cs 1 0 0 scn 10 10 20 20 re f");
        });
    places.put(
        "palette",
        (pdf, c) -> {
          pdf.put(
              "ColorSpace",
              "C1",
              array(name("Indexed"), name("DeviceRGB"), n(0), new COSString("abc" + c)));
          pdf.add("/C1 cs 0 scn 10 10 20 20 re f");
        });
    places.put(
        "text-in-a-pattern",
        (pdf, c) -> {
          COSStream tile = pdf.form("BT /F1 12 Tf 1 1 Td " + pdf.string(c) + " Tj ET 0 0 3 3 re f");
          tile.removeItem(COSName.SUBTYPE);
          tile.setItem("PatternType", n(1));
          tile.setItem("PaintType", n(1));
          tile.setItem("TilingType", n(1));
          tile.setItem("XStep", n(100));
          tile.setItem("YStep", n(100));
          pdf.put("Pattern", "P1", tile);
          pdf.add("/Pattern cs /P1 scn 10 10 200 200 re f");
        });
    places.put(
        "text-in-a-mask",
        (pdf, c) -> {
          COSStream group = pdf.form("BT /F1 12 Tf 1 1 Td " + pdf.string(c) + " Tj ET");
          group.setItem("Group", dictionary("S", name("Transparency")));
          pdf.put(
              "ExtGState",
              "G1",
              dictionary("SMask", dictionary("S", name("Luminosity"), "G", group), "Name", c));
          pdf.add("q /G1 gs 10 10 200 200 re f Q");
        });
  }

  static void ofFonts(Map<String, Planting> places) {
    places.put(
        "name-of-a-font",
        (pdf, c) -> {
          COSDictionary font = dictionary("Type", name("Font"), "Subtype", name("Type1"));
          font.setItem("BaseFont", name(c));
          font.setItem("Name", name(c));
          pdf.put("Font", "F9", font);
          pdf.add("BT /F9 12 Tf 72 500 Td (plain) Tj ET");
        });
    places.put(
        "table-of-letters",
        (pdf, c) -> {
          COSDictionary font =
              dictionary(
                  "Type", name("Font"), "Subtype", name("Type1"), "BaseFont", name("Helvetica"));
          font.setItem(
              "ToUnicode",
              PdfMaker.stream(
                  "% "
                      + c
                      + "\nbegincmap /CMapName /"
                      + c
                      + " def 1 begincodespacerange <00> <FF>"
                      + " endcodespacerange 1 beginbfchar <70> <0070> endbfchar endcmap"));
          pdf.put("Font", "F9", font);
          pdf.add("BT /F9 12 Tf 72 500 Td (pp) Tj ET");
        });
    places.put(
        "unused-letter-of-a-font",
        (pdf, c) -> {
          COSDictionary font =
              dictionary(
                  "Type", name("Font"), "Subtype", name("Type1"), "BaseFont", name("Helvetica"));
          font.setItem("Encoding", dictionary("Differences", array(n(1), name(c))));
          pdf.put("Font", "F9", font);
          pdf.add("BT /F9 12 Tf 72 500 Td (plain) Tj ET");
        });
    places.put(
        "font-drawn",
        (pdf, c) -> {
          COSStream glyph =
              PdfMaker.stream("500 0 0 0 400 400 d1 % " + c + "\n 0 0 400 400 re f (" + c + ") Tj");
          COSDictionary font =
              dictionary(
                  "Type",
                  name("Font"),
                  "Subtype",
                  name("Type3"),
                  "FontBBox",
                  array(n(0), n(0), n(500), n(500)),
                  "FontMatrix",
                  array(
                      new org.apache.pdfbox.cos.COSFloat(0.001f),
                      n(0),
                      n(0),
                      new org.apache.pdfbox.cos.COSFloat(0.001f),
                      n(0),
                      n(0)),
                  "FirstChar",
                  97,
                  "LastChar",
                  97,
                  "Widths",
                  array(n(500)),
                  "Encoding",
                  dictionary("Differences", array(n(97), name("a"))),
                  "CharProcs",
                  dictionary("a", glyph, c, glyph));
          font.setItem("Name", name(c));
          pdf.put("Font", "F9", font);
          pdf.add("BT /F9 12 Tf 72 500 Td (aa) Tj ET");
        });
  }

  static void ofPictures(Map<String, Planting> places) {
    places.put(
        "samples-after-the-picture",
        (pdf, c) -> {
          COSStream picture = PdfMaker.stream("\0\0\0\0" + c);
          picture.setItem("Subtype", name("Image"));
          picture.setItem("Width", n(2));
          picture.setItem("Height", n(2));
          picture.setItem("BitsPerComponent", n(8));
          picture.setItem("ColorSpace", name("DeviceGray"));
          picture.setItem("Metadata", PdfMaker.stream(c));
          picture.setItem("Name", name(c));
          picture.setItem("Alternates", array(dictionary("X", c)));
          pdf.put("XObject", "X1", picture);
          pdf.add("q 20 0 0 20 10 10 cm /X1 Do Q");
        });
    places.put(
        "inline-picture",
        (pdf, c) ->
            pdf.add(
                "q 20 0 0 20 10 10 cm BI /W 2 /H 2 /BPC 8 /CS /G /X ("
                    + c
                    + ") ID abcd"
                    + c
                    + "\nEI Q"));
    places.put(
        "comment-of-a-jpeg",
        (pdf, c) -> {
          ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
          var image = new java.awt.image.BufferedImage(40, 40, 1);
          javax.imageio.ImageIO.write(image, "jpeg", jpeg);
          byte[] raw = jpeg.toByteArray();
          ByteArrayOutputStream with = new ByteArrayOutputStream();
          with.write(raw, 0, 2);
          for (int marker : new int[] {0xfe, 0xe1, 0xed}) {
            with.write(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (c.length() + 2)});
            with.write(c.getBytes(ISO_8859_1));
          }
          with.write(raw, 2, raw.length - 2);
          with.write(c.getBytes(ISO_8859_1));
          COSStream picture = new COSStream();
          try (var out = picture.createRawOutputStream()) {
            out.write(with.toByteArray());
          }
          picture.setItem("Filter", name("DCTDecode"));
          picture.setItem("Subtype", name("Image"));
          picture.setItem("Width", n(40));
          picture.setItem("Height", n(40));
          picture.setItem("BitsPerComponent", n(8));
          picture.setItem("ColorSpace", name("DeviceRGB"));
          pdf.put("XObject", "X1", picture);
          pdf.add("q 20 0 0 20 10 10 cm /X1 Do Q");
        });
  }
}
