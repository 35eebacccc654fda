package io.touchstone.deidentification.cleaning.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.touchstone.deidentification.cleaning.pdf.PdfCanaryFiles.Planting;
import io.touchstone.deidentification.cleaning.pdf.page.PdfMaker;
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
public final class PdfHiddenPlaces {

  private PdfHiddenPlaces() {}

  static Map<String, Planting> all() {
    Map<String, Planting> places = new LinkedHashMap<>();
    ofDocument(places);
    ofPage(places);
    ofContent(places);
    PdfHiddenResources.ofResources(places);
    PdfHiddenResources.ofFonts(places);
    PdfHiddenResources.ofPictures(places);
    return places;
  }

  static COSDictionary dictionary(Object... entries) {
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

  static COSName name(String name) {
    return COSName.getPDFName(name);
  }

  static COSArray array(COSBase... entries) {
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

  static COSInteger n(int value) {
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
