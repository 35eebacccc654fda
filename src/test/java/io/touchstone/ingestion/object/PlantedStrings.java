package io.touchstone.ingestion.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.DocumentSamples;
import io.touchstone.deidentification.cleaning.Planted;
import io.touchstone.deidentification.cleaning.image.ImageCleaner;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.cleaning.mail.MailCleaner;
import io.touchstone.deidentification.cleaning.markup.HtmlCleaner;
import io.touchstone.deidentification.cleaning.markup.TextCleaner;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import io.touchstone.deidentification.cleaning.office.OdtCleaner;
import io.touchstone.deidentification.cleaning.office.OoxmlCleaner;
import io.touchstone.deidentification.cleaning.office.PlantedOffice;
import io.touchstone.deidentification.cleaning.pdf.PdfCleaner;
import io.touchstone.deidentification.cleaning.pdf.PlantedPdf;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.platform.crypto.Hmac;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents of all kinds with strings that no recogniser knows, through the whole of stage 1's work
 * on one object: none may be left where nobody sees it, and what a reader sees has to be read.
 */
public final class PlantedStrings {

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
  public PlantedStrings run(int strings) throws IOException {
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
  public int planted() {
    return planted;
  }

  /** Those of them that a reader sees. */
  public int seen() {
    return seen;
  }

  public int objects() {
    return objects;
  }

  /** Places that nobody sees in which strings are left, and how many. */
  public Map<String, Integer> left() {
    return left;
  }

  /** Places that a reader sees whose strings are not in the item's text, and how many. */
  public Map<String, Integer> missing() {
    return missing;
  }

  public static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
