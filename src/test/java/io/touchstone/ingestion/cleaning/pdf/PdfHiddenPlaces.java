package io.touchstone.ingestion.cleaning.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.touchstone.ingestion.cleaning.pdf.PdfCanaryFiles.Planting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/** Places of a document that a reader does not see. */
final class PdfHiddenPlaces {

  private PdfHiddenPlaces() {}

  static Map<String, Planting> all() {
    Map<String, Planting> places = new LinkedHashMap<>();
    ofDocument(places);
    ofPage(places);
    ofContent(places);
    ofResources(places);
    ofFonts(places);
    ofPictures(places);
    return places;
  }

  private static COSDictionary dictionary(Object... entries) {
    COSDictionary dictionary = new COSDictionary();
    for (int i = 0; i < entries.length; i += 2) {
      COSBase value =
          entries[i + 1] instanceof String text
              ? new COSString(text)
              : entries[i + 1] instanceof Integer number
                  ? COSInteger.get(number)
                  : (COSBase) entries[i + 1];
      dictionary.setItem(COSName.getPDFName((String) entries[i]), value);
    }
    return dictionary;
  }

  private static COSName name(String name) {
    return COSName.getPDFName(name);
  }

  private static COSArray array(COSBase... entries) {
    return new COSArray(java.util.List.of(entries));
  }

  private static COSDictionary catalog(PdfMaker pdf) {
    return pdf.document.getDocumentCatalog().getCOSObject();
  }

  private static void ofDocument(Map<String, Planting> places) {
    for (String key :
        new String[] {"Title", "Author", "Subject", "Keywords", "Producer", "X-Own"}) {
      places.put(
          "information-" + key,
          (pdf, c) -> pdf.document.getDocumentInformation().setCustomMetadataValue(key, c));
    }
    places.put(
        "information-utf16",
        (pdf, c) -> pdf.document.getDocumentInformation().setAuthor("\u0141 " + c));
    places.put(
        "xmp", (pdf, c) -> catalog(pdf).setItem("Metadata", PdfMaker.stream("<x>" + c + "</x>")));
    places.put(
        "attachment",
        (pdf, c) ->
            catalog(pdf)
                .setItem(
                    "Names",
                    dictionary(
                        "EmbeddedFiles",
                        dictionary(
                            "Names",
                            array(
                                new COSString(c),
                                dictionary("F", c, "EF", dictionary("F", PdfMaker.stream(c))))))));
    places.put(
        "script",
        (pdf, c) ->
            catalog(pdf).setItem("OpenAction", dictionary("S", name("JavaScript"), "JS", c)));
    places.put(
        "form-value",
        (pdf, c) ->
            catalog(pdf)
                .setItem(
                    "AcroForm",
                    dictionary(
                        "Fields", array(dictionary("FT", name("Tx"), "T", c, "V", c, "TU", c)))));
    places.put(
        "xfa",
        (pdf, c) ->
            catalog(pdf)
                .setItem(
                    "AcroForm", dictionary("Fields", new COSArray(), "XFA", PdfMaker.stream(c))));
    places.put(
        "bookmark",
        (pdf, c) -> {
          COSDictionary item = dictionary("Title", c);
          catalog(pdf).setItem("Outlines", dictionary("First", item, "Last", item, "Count", 1));
        });
    places.put(
        "structure",
        (pdf, c) ->
            catalog(pdf)
                .setItem(
                    "StructTreeRoot",
                    dictionary(
                        "K", dictionary("S", name("Figure"), "Alt", c, "ActualText", c, "E", c))));
    places.put("language", (pdf, c) -> catalog(pdf).setItem("Lang", new COSString(c)));
    places.put("private-data", (pdf, c) -> catalog(pdf).setItem("PieceInfo", dictionary("X", c)));
    places.put(
        "page-label",
        (pdf, c) ->
            catalog(pdf)
                .setItem(
                    "PageLabels",
                    dictionary("Nums", array(COSInteger.get(0), dictionary("P", c)))));
    places.put(
        "destination", (pdf, c) -> catalog(pdf).setItem("Dests", dictionary(c, new COSArray())));
    places.put("unknown-entry", (pdf, c) -> catalog(pdf).setItem(c, new COSString(c)));
    places.put(
        "id",
        (pdf, c) ->
            pdf.document.getDocument().setDocumentID(array(new COSString(c), new COSString(c))));
  }

  private static void ofPage(Map<String, Planting> places) {
    for (String kind : new String[] {"Text", "FreeText", "Link", "Popup", "Stamp", "Redact"}) {
      places.put(
          "annotation-" + kind,
          (pdf, c) -> {
            COSStream look = pdf.form("BT /F1 12 Tf 0 0 Td " + pdf.string(c) + " Tj ET");
            pdf.page
                .getCOSObject()
                .setItem(
                    "Annots",
                    array(
                        dictionary(
                            "Type", name("Annot"),
                            "Subtype", name(kind),
                            "Rect", array(n(50), n(50), n(200), n(90)),
                            "Contents", c,
                            "T", c,
                            "RC", c,
                            "A", dictionary("S", name("URI"), "URI", "https://x.example/" + c),
                            "AP", dictionary("N", look))));
          });
    }
    places.put(
        "page-xmp", (pdf, c) -> pdf.page.getCOSObject().setItem("Metadata", PdfMaker.stream(c)));
    places.put(
        "page-private-data",
        (pdf, c) -> pdf.page.getCOSObject().setItem("PieceInfo", dictionary("X", c)));
    places.put(
        "thumbnail", (pdf, c) -> pdf.page.getCOSObject().setItem("Thumb", PdfMaker.stream(c)));
    places.put(
        "page-action",
        (pdf, c) ->
            pdf.page
                .getCOSObject()
                .setItem("AA", dictionary("O", dictionary("S", name("JavaScript"), "JS", c))));
  }

  private static COSInteger n(int value) {
    return COSInteger.get(value);
  }

  private static void ofContent(Map<String, Planting> places) {
    places.put("comment", (pdf, c) -> pdf.add("% " + c));
    places.put("surplus-operand", (pdf, c) -> pdf.add("(" + c + ") 1 0 0 rg"));
    places.put("unknown-operator", (pdf, c) -> pdf.add("(" + c + ") XX " + c));
    places.put("actual-text", (pdf, c) -> pdf.add("/Span <</ActualText (" + c + ")>> BDC EMC"));
    places.put("marked-point", (pdf, c) -> pdf.add("/P <</E (" + c + ")>> DP"));
    places.put(
        "named-properties",
        (pdf, c) -> {
          pdf.put("Properties", "P1", dictionary("Alt", c, "ActualText", c));
          pdf.add("/Span /P1 BDC EMC");
        });
    places.put(
        "invisible",
        (pdf, c) -> pdf.add("BT /F1 12 Tf 3 Tr 72 600 Td " + pdf.string(c) + " Tj ET"));
    places.put(
        "transparent",
        (pdf, c) -> {
          pdf.put("ExtGState", "G1", dictionary("ca", 0, "CA", 0));
          pdf.add("q /G1 gs").line(72, 600, c).add("Q");
        });
    places.put("tiny", (pdf, c) -> pdf.add("BT /F1 0.4 Tf 72 600 Td " + pdf.string(c) + " Tj ET"));
    places.put("outside", (pdf, c) -> pdf.line(-500, 600, c));
    places.put(
        "cropped",
        (pdf, c) -> {
          pdf.page.setCropBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(0, 700, 595, 142));
          pdf.line(72, 100, c);
        });
    places.put(
        "layer-off",
        (pdf, c) -> {
          PDOptionalContentProperties layers = new PDOptionalContentProperties();
          PDOptionalContentGroup layer = new PDOptionalContentGroup(c);
          layers.addGroup(layer);
          layers.setGroupEnabled(layer, false);
          pdf.document.getDocumentCatalog().setOCProperties(layers);
          pdf.put("Properties", "L1", layer.getCOSObject());
          pdf.add("/OC /L1 BDC").line(72, 600, c).add("EMC");
        });
    places.put(
        "form-of-a-layer-off",
        (pdf, c) -> {
          PDOptionalContentProperties layers = new PDOptionalContentProperties();
          PDOptionalContentGroup layer = new PDOptionalContentGroup("x");
          layers.addGroup(layer);
          layers.setGroupEnabled(layer, false);
          pdf.document.getDocumentCatalog().setOCProperties(layers);
          COSStream form = pdf.form("BT /F1 12 Tf 72 600 Td " + pdf.string(c) + " Tj ET");
          form.setItem("OC", layer.getCOSObject());
          pdf.put("XObject", "X1", form);
          pdf.add("/X1 Do");
        });
    places.put(
        "text-without-a-font", (pdf, c) -> pdf.add("BT /None 12 Tf 72 600 Td (" + c + ") Tj ET"));
    places.put("text-out-of-place", (pdf, c) -> pdf.add("/F1 12 Tf (" + c + ") Tj"));
  }

  private static void ofResources(Map<String, Planting> places) {
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

  private static void ofFonts(Map<String, Planting> places) {
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

  private static void ofPictures(Map<String, Planting> places) {
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

  /** Places that a document has once it is written. */
  static Map<String, BiFunction<byte[], String, byte[]>> afterSaving() {
    Map<String, BiFunction<byte[], String, byte[]>> places = new LinkedHashMap<>();
    places.put("after-the-end", (pdf, c) -> joined(pdf, ("\n" + c).getBytes(ISO_8859_1)));
    places.put("before-the-start", (pdf, c) -> joined(("%" + c + "\n").getBytes(ISO_8859_1), pdf));
    places.put(
        "earlier-version",
        (pdf, c) -> {
          try {
            byte[] before;
            String content;
            try (PDDocument document = Loader.loadPDF(pdf)) {
              content = new String(document.getPage(0).getContents().readAllBytes(), ISO_8859_1);
              document.getPage(0).getCOSObject().setItem("Contents", PdfMaker.stream("% " + c));
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              document.save(out);
              before = out.toByteArray();
            }
            try (PDDocument document = Loader.loadPDF(before)) {
              document.getPage(0).getCOSObject().setItem("Contents", PdfMaker.stream(content));
              document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              document.saveIncremental(out);
              return out.toByteArray();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return places;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
