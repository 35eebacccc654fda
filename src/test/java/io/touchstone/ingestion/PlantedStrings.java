package io.touchstone.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchstone.ingestion.cleaning.Cleaner;
import io.touchstone.ingestion.cleaning.DocumentSamples;
import io.touchstone.ingestion.cleaning.Planted;
import io.touchstone.ingestion.cleaning.image.ImageCleaner;
import io.touchstone.ingestion.cleaning.image.Obfuscation;
import io.touchstone.ingestion.cleaning.image.TextCleaning;
import io.touchstone.ingestion.cleaning.mail.MailCleaner;
import io.touchstone.ingestion.cleaning.markup.HtmlCleaner;
import io.touchstone.ingestion.cleaning.markup.TextCleaner;
import io.touchstone.ingestion.cleaning.ocr.Tesseract;
import io.touchstone.ingestion.cleaning.office.OdtCleaner;
import io.touchstone.ingestion.cleaning.office.OoxmlCleaner;
import io.touchstone.ingestion.cleaning.office.PlantedOffice;
import io.touchstone.ingestion.cleaning.pdf.PdfCleaner;
import io.touchstone.ingestion.cleaning.pdf.PlantedPdf;
import io.touchstone.ingestion.operator.Operators;
import io.touchstone.ingestion.recogniser.EmailRecogniser;
import io.touchstone.ingestion.recogniser.NameRecogniser;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.DeidentificationRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents of all kinds with strings that no recogniser knows, through the whole of stage 1's work
 * on one object: none may be left where nobody sees it, and what a reader sees has to be read.
 */
final class PlantedStrings {

  private static final List<Cleaner> CLEANERS =
      List.of(
          new TextCleaner(),
          new HtmlCleaner(),
          new MailCleaner(),
          new PdfCleaner(),
          new OoxmlCleaner(),
          new OdtCleaner());

  private final ObjectProcessing processing =
      new ObjectProcessing(
          Hmac.of(new byte[] {1}),
          DeidentificationPolicy.standard(
              List.of(new EmailRecogniser(), new NameRecogniser(List.of("J\u00fcrgen"))),
              DeidentificationRules.PLAIN,
              Operators.tags()),
          new Tags(List.of()),
          new ObjectCleaning(
              CLEANERS,
              faces -> new ImageCleaner(Obfuscation.FILL),
              new TextCleaning(new Tesseract("none"))));

  private int planted;
  private int seen;
  private int objects;
  private final Map<String, Integer> left = new TreeMap<>();
  private final Map<String, Integer> missing = new TreeMap<>();

  /** Makes a document around the strings. */
  private interface Maker {
    byte[] document(Planted planted) throws IOException;
  }

  private static final List<Maker> MAKERS =
      List.of(
          PlantedOffice::word,
          PlantedOffice::slides,
          PlantedOffice::workbook,
          PlantedOffice::openText,
          PlantedStrings::page,
          PlantedPdf::form,
          PlantedStrings::mail);

  /** Goes on until so many are planted. */
  PlantedStrings run(int strings) throws IOException {
    for (int i = 0; planted < strings; i++) {
      Planted with = new Planted();
      byte[] document = MAKERS.get(i % MAKERS.size()).document(with);
      planted += with.size();
      seen += with.seenSize();
      objects++;
      ObjectOutcome outcome = processing.process(document, 1);
      if (!(outcome instanceof ObjectOutcome.Usable usable)) {
        throw new AssertionError("not an item: " + outcome);
      }
      with.leftIn(usable.object().orElseThrow())
          .forEach(place -> left.merge(place, 1, Integer::sum));
      with.missingIn(usable.text()).forEach(place -> missing.merge(place, 1, Integer::sum));
    }
    return this;
  }

  private static byte[] page(Planted planted) throws IOException {
    return """
    <html><head><title>%s</title></head><body><p title="%s">body</p>
    <img src="data:image/png;base64,AAAA" alt="%s" title="%s">
    <a href="#x" aria-label="%s" title="%s">link</a><img src="x.png" alt="%s">
    <abbr title="%s">etc</abbr><table aria-label="%s"><tr><td>cell</td></tr></table></body></html>
    """
        .formatted(
            planted.unseen("html title of the page"),
            planted.unseen("html title of a paragraph"),
            planted.unseen("html alternative"),
            planted.unseen("html title of a picture"),
            planted.unseen("html name of a link"),
            planted.unseen("html title of a link"),
            planted.unseen("html alternative of a picture elsewhere"),
            planted.unseen("html title of a word"),
            planted.unseen("html name of a table"))
        .getBytes(UTF_8);
  }

  private static byte[] mail(Planted planted) throws IOException {
    return DocumentSamples.mail(
        "desk@example.org",
        "five files",
        "see what is attached",
        List.of(
            PlantedOffice.word(planted),
            PlantedOffice.slides(planted),
            PlantedOffice.workbook(planted),
            PlantedOffice.openText(planted),
            page(planted)));
  }

  /** Strings that were planted. */
  int planted() {
    return planted;
  }

  /** Those of them that a reader sees. */
  int seen() {
    return seen;
  }

  int objects() {
    return objects;
  }

  /** Places that nobody sees in which strings are left, and how many. */
  Map<String, Integer> left() {
    return left;
  }

  /** Places that a reader sees whose strings are not in the item's text, and how many. */
  Map<String, Integer> missing() {
    return missing;
  }

  static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
